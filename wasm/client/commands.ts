/** Does what `lv-do-click` and its like ask for, at once and without the server. */
import { type CommandPage, hearCommands } from './command.ts'

/** Begins to listen for an event that commands wait for. */
export function listen(type: string) {
  const hear = ({ target, bubbles }: Event) => {
    if (target instanceof Element) hearCommands(type, target, bubbles, page)
  }
  // What doesn't bubble is only heard on its way down.
  document.addEventListener(type, hear, true)
}

const page: CommandPage = {
  root: document,
  write(element, name, text) {
    remember(element, name)
    if (text === null) element.removeAttribute(name)
    else element.setAttribute(name, text)
  },
  focus: (element) => (element as HTMLElement).focus(),
  dispatch: (element, type, detail) =>
    void element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true })),
}

// A repaint compares with what the server gave, so that the command stands as long as that is the same.
function remember(element: Element, name: string) {
  element.telarGiven ??= {}
  if (element.telarGiven[`@${name}`] === undefined) {
    element.telarGiven[`@${name}`] = element.getAttribute(name)
  }
}
