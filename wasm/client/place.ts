/** Moves nodes within the page without losing what the visitor has there: focus, caret, selection, scroll. */

/** Puts nodes that already stand in the page before `next` (or last). */
export function moveNodes(nodes: readonly ChildNode[], parent: Node, next: Node | null) {
  if (nodes.at(-1)?.nextSibling === next && nodes[0]?.parentNode === parent) return
  const act = (parent as Movable).moveBefore
  if (act && parent.isConnected && nodes[0]?.isConnected) {
    for (const node of nodes) act.call(parent, node, next)
    return
  }
  const restore = remember(nodes)
  for (const node of nodes) parent.insertBefore(node, next)
  restore()
}

// Newer than TypeScript's DOM: keeps an element's state while it is moved.
type Movable = Node & { moveBefore?(node: Node, next: Node | null): void }

function remember(nodes: readonly ChildNode[]): () => void {
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
