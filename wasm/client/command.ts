/** What commands come to: writes of attributes, a focus, an event; the testing kit does them by the same rules. After LiveView's JS commands. */
import type { Json } from '../../engine/protocol/ops.ts'

type Words = readonly [name: string, selector: string, first?: string, second?: string]

/** What commands act on. */
export interface CommandPage {
  readonly root: ParentNode
  /** Gives an attribute a text, or takes it out. */
  write(element: Element, name: string, text: string | null): void
  focus(element: Element): void
  dispatch(element: Element, type: string, detail: Json): void
}

/** Does all that stands at the target of an event and, when it bubbles, around it. */
export function hearCommands(type: string, target: Element, bubbles: boolean, page: CommandPage) {
  for (let at: Element | null = target; at; at = bubbles ? at.parentElement : null) {
    const text = at.getAttribute(`lv-do-${type}`)
    if (!text) continue
    for (const words of JSON.parse(text) as Words[]) run(words, at, page)
    if (at.hasAttribute('lv-stop')) return
  }
}

function run([name, selector, first = '', second = '']: Words, own: Element, page: CommandPage) {
  const elements = selector ? [...page.root.querySelectorAll(selector)] : [own]
  // Only one element has the focus, and it is the first that is found.
  if (name === 'focus') elements.splice(1)
  for (const element of elements) {
    const write = WRITES[name]?.(element, first, second)
    if (write) page.write(element, ...write)
    else if (name === 'focus') page.focus(element)
    else if (name === 'dispatch') page.dispatch(element, first, JSON.parse(second) as Json)
  }
}

type Write = readonly [name: string, text: string | null]

const WRITES: Record<string, ((element: Element, first: string, second: string) => Write) | null> =
  {
    __proto__: null,
    show: () => ['hidden', null],
    hide: () => ['hidden', ''],
    toggle: (element) => ['hidden', element.hasAttribute('hidden') ? null : ''],
    addClass: (element, name) => classWrite(element, name, true),
    removeClass: (element, name) => classWrite(element, name, false),
    toggleClass: (element, name) => classWrite(element, name, !classesOf(element).includes(name)),
    setAttribute: (_, name, text) => [name, text],
    removeAttribute: (_, name) => [name, null],
  }

/** As a browser's `classList` writes it; it may become empty. */
export function classWrite(element: Element, name: string, on: boolean): Write {
  const others = classesOf(element).filter((one) => one !== name)
  if (on === classesOf(element).includes(name)) return ['class', element.getAttribute('class')]
  return ['class', [...others, ...(on ? [name] : [])].join(' ')]
}

const classesOf = (element: Element) =>
  (element.getAttribute('class') ?? '').split(/\s+/).filter((one) => one !== '')
