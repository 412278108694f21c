/**
 * Runs the commands of `lv-do-click` and similar attributes, at once and without the server. After LiveView's JS commands. What they wrote is undone
 * when the event of the same element comes to nothing.
 */
import type { Json } from '../../engine/protocol/ops.ts'
import type { Events } from './events.ts'
import { type EndStep, type Step, write } from './own-writes.ts'
import type { Heard } from './queue.ts'
import type { Tools } from './tools.ts'

type Words = readonly [name: string, selector: string, first?: string, second?: string]

/** What the commands of one element wrote when an event came. */
interface Gesture {
  element: Element
  type: string
  writes: readonly EndStep[]
}

/** By that event. */
const gestures = new WeakMap<Event, Gesture[]>()
/** Those whose handler has heard the event and has not answered yet, in order. */
let unanswered: Gesture[] = []

/** Starts to listen for an event that has commands. */
export function listen(type: string, { isLocked }: Events, { fieldOf }: Tools) {
  const hear = (event: Event) => {
    const own: Gesture[] = []
    gestures.set(event, own)
    const target = event.target as Element
    for (
      let at = target instanceof Element ? target : null;
      at;
      at = event.bubbles ? at.parentElement : null
    ) {
      const text = at.getAttribute(`lv-do-${type}`)
      if (!text || isLocked(at, fieldOf(target, at) ?? at, event)) continue
      const element = at
      const writes = (JSON.parse(text) as Words[]).flatMap((words) => run(words, element))
      own.push({ element, type, writes })
      if (at.hasAttribute('lv-stop')) break
    }
    // What no handler has heard is answered by nobody.
    setTimeout(() => {
      for (const one of own) if (!unanswered.includes(one)) for (const end of one.writes) end(true)
    })
  }
  // An event that does not bubble is only heard while it is captured.
  document.addEventListener(type, hear, true)
}

/** A handler has heard an event: its answer decides what becomes of the commands beside it. */
export function followCommands({
  cause,
  element,
}: Heard): ((isApplied: boolean) => void) | undefined {
  const own = gestures.get(cause!)?.find((one) => one.element === element)
  if (!own) return undefined
  unanswered.push(own)
  return (isApplied) => {
    // Of several only the newest may have been sent: it is the answer to all.
    const last = unanswered.indexOf(own)
    unanswered = unanswered.filter((one, i) => {
      const waits = i > last || one.element !== element || one.type !== own.type
      if (!waits) for (const end of one.writes) end(isApplied)
      return waits
    })
  }
}

function run([name, selector, first = '', second = '']: Words, own: Element): EndStep[] {
  const elements = selector ? [...document.querySelectorAll(selector)] : [own]
  const step = stepOf(name, second)
  if (step) {
    const names = /class/i.test(name)
      ? (first.match(/\S+/g) ?? []).map((one) => `.${one}`)
      : [first]
    return elements.flatMap((element) => names.map((one) => write(element, one || 'hidden', step)))
  }
  if (name === 'focus') {
    // Only one element can have the focus: the first that is found.
    const [element] = elements as HTMLElement[]
    element?.focus()
  } else if (name === 'dispatch') {
    const detail = JSON.parse(second) as Json
    for (const element of elements)
      element.dispatchEvent(new CustomEvent(first, { detail, bubbles: true }))
  }
  return []
}

/** What a command makes of an attribute, or of a class; undefined for one that writes none. */
function stepOf(name: string, text: string): Step | undefined {
  if (/^(show|remove)/.test(name)) return () => null
  if (/^(hide|add)/.test(name)) return () => ''
  if (/^toggle/.test(name)) return (before) => (before === null ? '' : null)
  if (/^set/.test(name)) return () => text
}
