/** Adds dragging by finger and pen: holding picks up what is draggable; moving at once scrolls the page. */
import { createGhost, type Ghost } from './ghost.ts'
import { beginDrag, type Drag, fireDrag } from './way.ts'

/** Milliseconds; less than browsers wait before they drag by touch or select text. */
const HOLD = 300
/** Pixels that a resting finger may move. */
const SLACK = 10
/** Pixels from an edge of the window within which the page scrolls, and how far per frame. */
const EDGE = 48
const SCROLL = 8

interface Held {
  readonly source: Element
  readonly pointer: number
  clientX: number
  clientY: number
  readonly timer: ReturnType<typeof setTimeout>
  drag?: Drag | undefined
  ghost?: Ghost
}

export function dragByTouch() {
  let held: Held | undefined

  function press({ pointerType, isPrimary, pointerId, target, clientX, clientY }: PointerEvent) {
    if (pointerType === 'mouse' || !isPrimary || !(target instanceof Element)) return
    letGo(false)
    const source = target.closest('[draggable=true i]')
    if (!source) return
    held = { source, pointer: pointerId, clientX, clientY, timer: setTimeout(pickUp, HOLD) }
  }

  function pickUp() {
    const one = held!
    one.drag = beginDrag(one.source, (element, type) => fireDrag(element, type, one))
    if (!one.drag) return void (held = undefined)
    one.ghost = createGhost(one.source, one)
    move()
    scroll()
  }

  function moved({ pointerId, clientX, clientY }: PointerEvent) {
    if (held?.pointer !== pointerId) return
    if (!held.drag) {
      // It is a scroll or a swipe.
      if (Math.hypot(clientX - held.clientX, clientY - held.clientY) > SLACK) letGo(false)
      return
    }
    Object.assign(held, { clientX, clientY })
    move()
  }

  function move() {
    const { drag, ghost, clientX, clientY } = held!
    ghost!.move(held!)
    drag!.over(document.elementFromPoint(clientX, clientY) ?? undefined)
  }

  function scroll() {
    if (!held?.drag) return
    const { clientY } = held
    const by = clientY < EDGE ? -SCROLL : clientY > window.innerHeight - EDGE ? SCROLL : 0
    const before = window.scrollY
    if (by) scrollBy(0, by)
    if (window.scrollY !== before) move()
    requestAnimationFrame(scroll)
  }

  function letGo(drops: boolean) {
    if (!held) return
    const { drag, ghost, timer } = held
    clearTimeout(timer)
    held = undefined
    ghost?.remove()
    if (drops) drag?.drop()
    else drag?.cancel()
  }

  // During a drag the finger must not scroll, click or open a menu.
  const keep = (event: Event) => {
    if (held?.drag && event.cancelable) event.preventDefault()
  }
  const active = { capture: true, passive: false }
  addEventListener('pointerdown', press, true)
  addEventListener('pointermove', moved, true)
  addEventListener('pointerup', ({ pointerId }) => held?.pointer === pointerId && letGo(true), true)
  addEventListener(
    'pointercancel',
    ({ pointerId }) => held?.pointer === pointerId && letGo(false),
    true,
  )
  addEventListener('touchmove', keep, active)
  addEventListener('touchend', keep, active)
  addEventListener('contextmenu', keep, true)
  // Some browsers drag by touch themselves: whichever starts first continues.
  addEventListener(
    'dragstart',
    (event) => {
      if (!event.isTrusted || !held) return
      if (!held.drag) return letGo(false)
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    true,
  )
}
