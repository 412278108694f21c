/** Keeps what the visitor has in nodes that a browser without `moveBefore` must take out to move: focus, caret, selection, scroll, what is open over the page, what plays. Fetched by those browsers alone. */
import { selectionOf } from './place.ts'

/** Notes it before the move; the result restores it afterwards. */
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
    // Inner ones come later, and so above the outer ones again.
    if (element instanceof HTMLDialogElement && element.matches(':modal')) {
      again.push(() => {
        // To the browser it is open still, and only not modal; what it would return stays.
        element.removeAttribute('open')
        element.showModal()
      })
    }
    // A browser that knows no popovers would refuse the bare name.
    else if (element.matches(':is(:popover-open)'))
      again.push(() => (element as HTMLElement).showPopover())
    // It may be refused where the visitor did nothing just now.
    if (document.fullscreenElement === element)
      again.push(() => void element.requestFullscreen().catch(() => {}))
    if (element instanceof HTMLMediaElement && !element.paused)
      again.push(() => void element.play().catch(() => {}))
    if (scrollTop || scrollLeft) again.push(() => element.scrollTo(scrollLeft, scrollTop))
  }

  return () => {
    for (const restore of again) restore()
    // What opens takes the focus.
    if (inside) {
      focus.focus({ preventScroll: true })
      if (selection) focus.setSelectionRange(...selection)
    }
  }
}
