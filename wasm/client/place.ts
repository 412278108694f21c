/** Keeps what the visitor has in nodes that a browser without `moveBefore` must take out to move: focus, caret, selection, scroll. */

/** Notes it before the move; the result restores it afterwards. */
export function remember(nodes: readonly ChildNode[]): () => void {
  const focus = document.activeElement as HTMLInputElement | null
  const inside = focus && nodes.some((node) => node.contains(focus)) ? focus : undefined
  const selection = inside && selectionOf(inside)
  const scrolled: [Element, number, number][] = []
  for (const node of nodes) {
    if (!(node instanceof Element)) continue
    for (const element of [node, ...node.querySelectorAll('*')]) {
      const { scrollTop, scrollLeft } = element
      if (scrollTop || scrollLeft) scrolled.push([element, scrollTop, scrollLeft])
    }
  }
  return () => {
    inside?.focus({ preventScroll: true })
    if (selection) inside?.setSelectionRange(...selection)
    for (const [element, top, left] of scrolled) element.scrollTo(left, top)
  }
}

/** Caret and selection of a text field; nothing for elements without one. */
export function selectionOf(
  field: HTMLInputElement,
): [number, number, 'forward' | 'backward' | 'none'] | undefined {
  const { selectionStart, selectionEnd, selectionDirection } = field
  if (typeof selectionStart !== 'number' || typeof selectionEnd !== 'number') return undefined
  return [selectionStart, selectionEnd, selectionDirection ?? 'none']
}
