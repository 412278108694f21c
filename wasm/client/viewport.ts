/** Fires `lv-enter` and `lv-leave` when an element comes into view or leaves it. */

import type { Heard } from './queue.ts'

let sight: IntersectionObserver | undefined
const inside = new WeakMap<Element, boolean>()
const watched = new Set<Element>()
/** What is told that it is in sight once more, if it still is. */
const asked = new WeakSet<Element>()
/** How often elements have come or gone. */
let changes = 0

/** Starts, once. The events do not bubble: they concern the element alone. */
export function watchViewport() {
  if (sight) return
  sight = new IntersectionObserver(tell)
  new MutationObserver(look).observe(document, { subtree: true, childList: true })
  look()
}

/**
 * An element has been told that it is in sight: once its handler has answered, it is told again if the page has got other elements by then and it is
 * still in sight. So a list goes on until the view is full or there is no more.
 */
export function followSight({ element, event }: Heard): (() => void) | undefined {
  if (event !== 'enter') return
  const before = changes
  return () =>
    // The observer of the page hears of the answer first.
    setTimeout(() => {
      if (changes === before) return
      asked.add(element)
      sight!.unobserve(element)
      sight!.observe(element)
    })
}

function look() {
  changes++
  for (const element of watched) {
    if (element.isConnected) continue
    sight!.unobserve(element)
    watched.delete(element)
  }
  for (const element of document.querySelectorAll('[lv-enter],[lv-leave]')) {
    if (watched.has(element)) continue
    watched.add(element)
    sight!.observe(element)
  }
}

function tell(entries: readonly IntersectionObserverEntry[]) {
  for (const { target, isIntersecting } of entries) {
    const isAgain = asked.delete(target) && isIntersecting
    // The first report about an element out of view is not a leave.
    if (!isAgain && isIntersecting === (inside.get(target) ?? false)) continue
    inside.set(target, isIntersecting)
    target.dispatchEvent(new Event(isIntersecting ? 'enter' : 'leave'))
  }
}
