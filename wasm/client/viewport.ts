/** Fires `lv-enter` and `lv-leave` when an element comes into view or leaves it. */

let sight: IntersectionObserver | undefined
const inside = new WeakMap<Element, boolean>()
const watched = new Set<Element>()

/** Starts, once. The events do not bubble: they concern the element alone. */
export function watchViewport() {
  if (sight) return
  sight = new IntersectionObserver(tell)
  new MutationObserver(look).observe(document, { subtree: true, childList: true })
  look()
}

function look() {
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

function tell(changes: readonly IntersectionObserverEntry[]) {
  for (const { target, isIntersecting } of changes) {
    // The first report about an element out of view is not a leave.
    if (isIntersecting === (inside.get(target) ?? false)) continue
    inside.set(target, isIntersecting)
    target.dispatchEvent(new Event(isIntersecting ? 'enter' : 'leave'))
  }
}
