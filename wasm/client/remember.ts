/**
 * Keeps the visitor's state in nodes that a browser without `moveBefore` must remove to move: focus, caret, selection, scroll, open dialogs and
 * popovers, playing media.
 */

/** Records it before the move; the result restores it afterwards. */
export function remember(nodes: readonly Node[]): () => void {
  const focus = document.activeElement as HTMLInputElement
  const inside = nodes.some((node) => node.contains(focus))
  const selection = selectionOf(focus)
  const again: (() => void)[] = []
  for (const node of nodes) {
    if (!(node instanceof Element)) continue
    for (const element of [node, ...node.querySelectorAll('*')]) note(element)
  }

  function note(element: Element) {
    const { scrollLeft, scrollTop } = element
    // Inner ones are opened later, so that they are above the outer ones again.
    if (element instanceof HTMLDialogElement && element.matches(':modal')) {
      again.push(() => {
        // The browser still considers it open, only no longer modal; its return value stays.
        element.removeAttribute('open')
        element.showModal()
      })
    }
    // A browser without popovers would throw on the selector.
    else if (element.matches(':is(:popover-open)'))
      again.push(() => (element as HTMLElement).showPopover())
    // It may be refused if the visitor did nothing just before.
    if (document.fullscreenElement === element)
      again.push(() => void element.requestFullscreen().catch(() => {}))
    if (element instanceof HTMLMediaElement && !element.paused)
      again.push(() => void element.play().catch(() => {}))
    if (scrollTop || scrollLeft) again.push(() => element.scrollTo(scrollLeft, scrollTop))
  }

  return () => {
    for (const restore of again) restore()
    // An opening dialog takes the focus.
    if (inside) {
      focus.focus({ preventScroll: true })
      if (selection) focus.setSelectionRange(...selection)
    }
  }
}

/** Caret and selection of a text field; nothing for elements without one. */
export function selectionOf(
  field: HTMLInputElement | null,
): [number, number, 'forward' | 'backward' | 'none'] | undefined {
  if (typeof field?.selectionStart !== 'number') return undefined
  return [field.selectionStart, field.selectionEnd!, field.selectionDirection!]
}
