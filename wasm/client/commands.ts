/** Runs the commands of `lv-do-click` and similar attributes, at once and without the server. After LiveView's JS commands. */
import type { Json } from '../../engine/protocol/ops.ts'

type Words = readonly [name: string, selector: string, first?: string, second?: string]

/** Starts to listen for an event that has commands. */
export function listen(type: string) {
  const hear = ({ target, bubbles }: Event) => {
    for (
      let at = target instanceof Element ? target : null;
      at;
      at = bubbles ? at.parentElement : null
    ) {
      const text = at.getAttribute(`lv-do-${type}`)
      if (!text) continue
      for (const words of JSON.parse(text) as Words[]) run(words, at)
      if (at.hasAttribute('lv-stop')) return
    }
  }
  // An event that does not bubble is only heard while it is captured.
  document.addEventListener(type, hear, true)
}

function run([name, selector, first = '', second = '']: Words, own: Element) {
  const elements = selector ? [...document.querySelectorAll(selector)] : [own]
  // Only one element can have the focus: the first that is found.
  if (name === 'focus') elements.splice(1)
  for (const element of elements) {
    const written = WRITES[name]?.(element, first, second)
    if (written) write(element, ...written)
    else if (name === 'focus') (element as HTMLElement).focus()
    else if (name === 'dispatch') {
      const detail = JSON.parse(second) as Json
      element.dispatchEvent(new CustomEvent(first, { detail, bubbles: true }))
    }
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

/** In the form that a browser's `classList` writes; it may become empty. */
function classWrite(element: Element, name: string, on: boolean): Write {
  const all = classesOf(element)
  if (on === all.includes(name)) return ['class', element.getAttribute('class')]
  return ['class', (on ? [...all, name] : all.filter((one) => one !== name)).join(' ')]
}

const classesOf = (element: Element) =>
  (element.getAttribute('class') ?? '').split(/\s+/).filter((one) => one !== '')

// A repaint compares with the server's value, so the command's effect stays as long as that is the same.
function write(element: Element, name: string, text: string | null) {
  element.telarGiven ??= {}
  if (element.telarGiven[`@${name}`] === undefined) {
    element.telarGiven[`@${name}`] = element.getAttribute(name)
  }
  if (text === null) element.removeAttribute(name)
  else element.setAttribute(name, text)
}
