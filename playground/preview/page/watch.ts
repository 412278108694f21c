/** Keeps a action from the page until the reader has made a prediction, and reports it when it happens. */
import type { Box, Settings, Told, VisitorAction } from '../messages.ts'
import { findField, findPressable } from './names.ts'

type Watched = Settings['watched']

export interface Watch {
  set(watched: Watched): void
}

interface WatchOptions {
  tell(told: Told): void
  /** Called before the page hears of the action. */
  begin(): void
}

// Whatever would lead to a click is stopped with it, so that a page that listens for the pointer waits too.
const PRESSES = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'click',
]
const ENDS = ['click', 'beforeinput', 'paste']
const TYPES = ['beforeinput', 'paste']

export function watch({ tell, begin }: WatchOptions): Watch {
  let watched: Watched = []

  const hold = (event: Event, action: VisitorAction, element: Element) => {
    event.stopImmediatePropagation()
    // A press is over with its click. To prevent what comes before would leave a finger without one.
    if (!ENDS.includes(event.type)) return
    event.preventDefault()
    tell({ type: 'held', action, box: boxOf(element) })
  }
  const hear = (event: Event) => {
    const path = event.composedPath()
    for (const { action, held } of watched) {
      const element = elementOf(action, event.type)
      if (!element || !path.includes(element)) continue
      // What a script does was asked for.
      if (held && event.isTrusted) return hold(event, action, element)
      if (event.type === 'click') {
        begin()
        tell({ type: 'done', action, at: Date.now() })
      }
    }
  }
  for (const type of [...PRESSES, ...TYPES])
    addEventListener(type, hear, { capture: true, passive: false })

  return {
    set(next) {
      watched = next
    },
  }
}

function elementOf(action: VisitorAction, type: string): Element | undefined {
  if ('press' in action) return PRESSES.includes(type) ? findPressable(action.press) : undefined
  if ('into' in action) return TYPES.includes(type) ? findField(action.into) : undefined
  return undefined
}

function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x, y, width, height }
}
