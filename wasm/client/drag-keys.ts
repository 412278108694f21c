/** Leads a drag by keys: Space or Enter picks up and drops, arrows go through the places, Escape puts back. */
import { beginDrag, type Drag, type Fire } from './drag-way.ts'

export interface KeyDragPage {
  fire: Fire
  /** All that can be dropped on, in the order of the page. */
  targets(): Element[]
  told(moment: Moment): void
}

/** What somebody who does not see it must be told. */
export interface Moment {
  kind: 'grabbed' | 'over' | 'dropped' | 'cancelled' | 'nowhere'
  source: Element
  target?: Element | undefined
  /** Which one of how many places the target is; from 1. */
  place: number
  places: number
}

export interface KeyDrag {
  /** What is dragged now. */
  readonly source: Element | undefined
  /** Picks it up, if the key does so there. Gives whether it did. */
  grab(element: Element, key: string): boolean
  /** A key while something is dragged. Gives whether it was meant for the drag. */
  press(key: string): boolean
  cancel(): void
}

export function createKeyDrag(page: KeyDragPage): KeyDrag {
  let source: Element | undefined
  let target: Element | undefined
  let drag: Drag | undefined

  // Nothing is dropped into itself.
  const placesFor = (one: Element) => page.targets().filter((place) => !one.contains(place))

  function tell(kind: Moment['kind'], of = source!) {
    const all = placesFor(of)
    const place = target ? all.indexOf(target) + 1 : 0
    page.told({ kind, source: of, target, place, places: all.length })
  }

  function go(by: number) {
    const all = placesFor(source!)
    if (all.length === 0) return tell('nowhere')
    const at = target ? all.indexOf(target) : -1
    target = all.at((at < 0 ? Math.min(by, 0) : at + by) % all.length)
    drag!.over(target)
    tell('over')
  }

  function end(dropped: boolean) {
    const was = source!
    source = undefined
    tell(dropped ? 'dropped' : 'cancelled', was)
    drag = undefined
  }

  const self: KeyDrag = {
    get source() {
      return source
    },
    grab(element, key) {
      if (!element.matches('[draggable=true]') || !presses(element, key)) return false
      drag = beginDrag(element, page.fire)
      if (!drag) return false
      source = element
      // By mouse it is over what it lies on as soon as it moves.
      target = element.parentElement?.closest('[lv-drop]') ?? undefined
      drag.over(target)
      tell('grabbed')
      return true
    },
    press(key) {
      const by = STEPS[key]
      if (by) go(by)
      else if (key === 'Escape') self.cancel()
      else if (key !== ' ' && key !== 'Enter') return false
      else if (target) end(drag!.drop())
      else tell('nowhere')
      return true
    },
    cancel() {
      if (!source) return
      drag!.cancel()
      end(false)
    },
  }
  return self
}

// What a key does to controls by itself it goes on doing.
const presses = (element: Element, key: string) =>
  (key === 'Enter' && !element.matches('a[href], button, input, select, textarea, summary')) ||
  (key === ' ' && !element.matches('button, input, select, textarea, summary'))

const STEPS: Record<string, number | undefined> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
}
