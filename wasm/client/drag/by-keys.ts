/** Adds dragging by keys: Space or Enter picks up and drops, arrows go through the places, Escape cancels; a live region announces each step. */
import { keepFocus } from './keep-focus.ts'
import { beginDrag, type Drag, fireDrag } from './way.ts'
import { announce, hint, type Moment, wordsOf } from './words.ts'

export function dragByKeys() {
  let hinted = false
  /** What is being dragged, and what it is over. */
  let source: Element | undefined
  let target: Element | undefined
  let drag: Drag | undefined

  function tell(kind: Moment['kind'], of = source!) {
    const all = placesFor(of)
    const place = target ? all.indexOf(target) + 1 : 0
    announce(wordsOf({ kind, source: of, target, place, places: all.length }))
    if (source) target?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  /** Returns whether the key picks it up there. */
  function grab(element: Element, key: string): boolean {
    if (!element.matches(DRAGGABLE) || !presses(element, key)) return false
    drag = beginDrag(element, (at, type) => fireDrag(at, type, middleOf(at)))
    if (!drag) return false
    source = element
    // A mouse drag is over an element as soon as it moves.
    target = element.parentElement?.closest('[lv-drop]') ?? undefined
    drag.over(target)
    tell('grabbed')
    return true
  }

  /** Handles a key during a drag. Returns whether the key was meant for the drag. */
  function press(key: string): boolean {
    const by = STEPS[key]
    if (by) go(by)
    else if (key === 'Escape') cancel()
    else if (key !== ' ' && key !== 'Enter') return false
    else if (target) end(drag!.drop())
    else tell('nowhere')
    return true
  }

  function go(by: number) {
    const all = placesFor(source!)
    if (all.length === 0) return tell('nowhere')
    const at = target ? all.indexOf(target) : -1
    target = all.at((at < 0 ? Math.min(by, 0) : at + by) % all.length)
    drag!.over(target)
    tell('over')
  }

  function cancel() {
    if (!source) return
    drag!.cancel()
    end(false)
  }

  function end(dropped: boolean) {
    const was = source!
    source = undefined
    tell(dropped ? 'dropped' : 'cancelled', was)
    if (dropped) keepFocus(was)
  }

  // Capturing: during a drag, its keys must have no other effect.
  addEventListener(
    'keydown',
    (event) => {
      if (!source || isModified(event)) return
      if (!source.isConnected) cancel()
      else if (press(event.key)) {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
    },
    true,
  )
  // In the bubbling phase, last: a handler may have prevented it.
  addEventListener('keydown', (event) => {
    const { target, key, defaultPrevented, repeat } = event
    if (source || defaultPrevented || repeat || isModified(event)) return
    if (target instanceof Element && grab(target, key)) event.preventDefault()
  })
  addEventListener('pointerdown', cancel, true)
  addEventListener('focusin', ({ target }) => {
    if (target !== source) cancel()
    if (hinted || !(target instanceof Element)) return
    if (!target.matches(`${DRAGGABLE}:focus-visible`)) return
    hinted = true
    announce(hint())
  })

  new MutationObserver(makeFocusable).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['draggable'],
  })
  makeFocusable()
}

const DRAGGABLE = '[draggable=true i]'

// Every possible drop target, in document order. An element can't be dropped into itself.
const placesFor = (one: Element) =>
  [...document.querySelectorAll('[lv-drop]')].filter(
    (place) => place.getClientRects().length > 0 && !one.contains(place),
  )

// What a mouse can drag, keys must be able to reach.
function makeFocusable() {
  for (const element of document.querySelectorAll<HTMLElement>(DRAGGABLE)) {
    if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = 0
  }
}

function middleOf(element: Element) {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { clientX: left + width / 2, clientY: top + height / 2 }
}

// Keys that a control uses itself keep their effect.
const presses = (element: Element, key: string) =>
  !element.matches('button, input, select, textarea, summary') &&
  (key === ' ' || (key === 'Enter' && !element.matches('a[href]')))

const isModified = (event: KeyboardEvent) =>
  event.ctrlKey || event.metaKey || event.altKey || event.isComposing

const STEPS: Record<string, number | undefined> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
}
