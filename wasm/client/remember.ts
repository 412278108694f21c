/** Keeps what the visitor has in nodes that a browser without `moveBefore` must take out to move: focus, caret, selection, scroll. Fetched by those browsers alone. */
import { selectionOf } from './place.ts'

/** Notes it before the move; the result restores it afterwards. */
export function remember(nodes: readonly Node[]): () => void {
  const focus = document.activeElement as HTMLInputElement
  const inside = nodes.some((node) => node.contains(focus))
  const selection = selectionOf(focus)
  const scrolled = nodes.flatMap((node) =>
    node instanceof Element
      ? [node, ...node.querySelectorAll('*')]
          .filter((element) => element.scrollTop || element.scrollLeft)
          .map((element) => [element, element.scrollLeft, element.scrollTop] as const)
      : [],
  )
  return () => {
    if (inside) {
      focus.focus({ preventScroll: true })
      if (selection) focus.setSelectionRange(...selection)
    }
    for (const [element, left, top] of scrolled) element.scrollTo(left, top)
  }
}
