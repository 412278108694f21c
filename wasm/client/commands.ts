/** Does what `lv-do-click` and its like ask for, at once and without the server. After LiveView's JS commands. */

type Words = readonly [name: string, selector: string, first?: string, second?: string]

/** Begins to listen for an event that commands wait for. */
export function listen(type: string) {
  const attribute = `lv-do-${type}`
  const hear = (event: Event) => {
    let at = event.target instanceof Element ? event.target : null
    for (; at; at = event.bubbles ? at.parentElement : null) {
      const text = at.getAttribute(attribute)
      if (!text) continue
      for (const words of JSON.parse(text) as Words[]) run(words, at)
      if (at.hasAttribute('lv-stop')) return
    }
  }
  // What doesn't bubble is only heard on its way down.
  document.addEventListener(type, hear, true)
}

function run([name, selector, first = '', second = '']: Words, own: Element) {
  const elements = selector ? [...document.querySelectorAll(selector)] : [own]
  const act = (KINDS as Record<string, Act | undefined>)[name]
  for (const element of elements) act?.(element, first, second)
}

type Act = (element: Element, first: string, second: string) => void

const KINDS = {
  show: (element) => write(element, 'hidden', null),
  hide: (element) => write(element, 'hidden', ''),
  toggle: (element) => write(element, 'hidden', element.hasAttribute('hidden') ? null : ''),
  // The first that takes the focus keeps it.
  focus: (element) => (element as HTMLElement).focus(),
  addClass: (element, name) => change(element, (list) => list.add(name)),
  removeClass: (element, name) => change(element, (list) => list.remove(name)),
  toggleClass: (element, name) => change(element, (list) => list.toggle(name)),
  setAttribute: write,
  removeAttribute: (element, name) => write(element, name, null),
  dispatch: (element, type, json) =>
    element.dispatchEvent(new CustomEvent(type, { detail: JSON.parse(json), bubbles: true })),
} satisfies Record<string, Act>

function change(element: Element, act: (list: DOMTokenList) => void) {
  remember(element, 'class')
  act(element.classList)
}

function write(element: Element, name: string, text: string | null) {
  remember(element, name)
  if (text === null) element.removeAttribute(name)
  else element.setAttribute(name, text)
}

// A repaint compares with what the server gave, so that the command stands as long as that is the same.
function remember(element: Element, name: string) {
  element.telarGiven ??= {}
  if (element.telarGiven[`@${name}`] === undefined) {
    element.telarGiven[`@${name}`] = element.getAttribute(name)
  }
}
