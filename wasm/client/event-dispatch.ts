/** Follows an event up through the page and finds the elements with a handler for it. */
import { KEPT } from '../../engine/protocol/names.ts'

/** The properties of an event that the client reads. */
export interface Happening {
  readonly bubbles: boolean
  readonly key?: string
  readonly code?: string
  readonly altKey?: boolean
  readonly ctrlKey?: boolean
  readonly metaKey?: boolean
  readonly shiftKey?: boolean
  /** The button that submitted a form. */
  readonly submitter?: Element | null
  preventDefault(): void
}

/** Events that `lv-once` has already handled. */
export interface Once {
  telarDone?: Set<string>
}

/** Calls `meet` with each element in `root` whose handler hears the event: first those with `lv-outside`, then from the target upwards. */
export function rise(
  root: Element,
  type: string,
  event: Happening,
  target: Element,
  meet: (element: Element) => void,
) {
  for (const element of root.querySelectorAll('[lv-outside]')) {
    if (!element.contains(target)) hears(element)
  }
  // A script of the page may have removed the target by now: its event is answered as one that came too late.
  let at = target.isConnected && !root.contains(target) ? null : target
  for (; at; at = event.bubbles ? at.parentElement : null) {
    if (!at.hasAttribute('lv-outside') && hears(at) && at.hasAttribute('lv-stop')) return
  }
  // A control outside its form, linked by the attribute `form`, belongs to the form too.
  const { form } = target as Partial<HTMLInputElement>
  if (/^(input|change)$/.test(type) && form && !form.contains(target)) hears(form)

  /** False if there is no handler, or a modifier filters the event out. */
  function hears(element: Element): boolean {
    const keys = element.getAttribute('lv-key')?.split(' ')
    const isClick = type === 'click'
    if (
      // A modifier is no handler, should a script fire an event of its name.
      !/^[\d.]+$/.test(element.getAttribute(`lv-${type}`) ?? '') ||
      (keys && event.key && !keys.includes(event.key) && !keys.includes(event.code!)) ||
      // A link that the visitor opens in a new tab or window is not for the handler.
      (isClick && element.matches('[href]') && modifiersOf(event)[0])
    ) {
      return false
    }
    const isOwn = type === 'submit' && !closes(element, event)
    if (isOwn || element.matches(isClick ? KEPT : '[lv-prevent]')) event.preventDefault()
    if (element.hasAttribute('lv-once')) {
      const done = (element.telarDone ??= new Set())
      if (done.has(type)) return true
      done.add(type)
    }
    meet(element)
    return true
  }
}

// Submitting this form closes its dialog, without a request.
const closes = (form: Element, { submitter }: Happening) =>
  /^dialog$/i.test(submitter?.getAttribute('formmethod') ?? form.getAttribute('method') ?? '')

/** The modifier keys that are held down. */
export const modifiersOf = (event: Happening) =>
  (['alt', 'ctrl', 'meta', 'shift'] as const).filter((name) => event[`${name}Key`])
