/** Does in the kit's page what `lv-do-click` and its like ask for, and keeps it over a repaint. */
import type { Json } from '../protocol/ops.ts'

type Words = readonly [name: string, selector: string, ...rest: string[]]

/** What commands need of the page and its visitor. */
export interface Commanded {
  readonly root: Element
  focus(element: Element): void
  dispatch(element: Element, type: string, detail: Json): void
}

/** Attribute → what the server gave and what a command made of it. */
export type Written = ReadonlyMap<string, { given: string | null; text: string | null }>

export class Commands {
  private readonly given = new WeakMap<Element, Map<string, string | null>>()

  /** Runs those that stand at `own` for this event. */
  run(own: Element, event: string, page: Commanded): void {
    const text = own.getAttribute(`lv-do-${event}`)
    for (const [name, selector, ...rest] of text ? (JSON.parse(text) as Words[]) : []) {
      const elements = selector ? [...page.root.querySelectorAll(selector)] : [own]
      for (const element of elements) this.one(name, element, rest, page)
    }
  }

  writtenTo(element: Element): Written {
    const names = [...(this.given.get(element) ?? [])]
    return new Map(
      names.map(([name, given]) => [name, { given, text: element.getAttribute(name) }]),
    )
  }

  /** After a repaint: what a command wrote stands, unless the server's own value has changed since. */
  restore(element: Element, written: Written): void {
    for (const [name, { given, text }] of written) {
      if (element.getAttribute(name) === given) this.write(element, name, text)
    }
  }

  private one(name: string, element: Element, rest: readonly string[], page: Commanded) {
    const [first = '', second = ''] = rest
    switch (name) {
      case 'show':
        return this.write(element, 'hidden', null)
      case 'hide':
        return this.write(element, 'hidden', '')
      case 'toggle':
        return this.write(element, 'hidden', element.hasAttribute('hidden') ? null : '')
      case 'focus':
        return page.focus(element)
      case 'addClass':
        return this.classes(element, first, true)
      case 'removeClass':
        return this.classes(element, first, false)
      case 'toggleClass':
        return this.classes(element, first, !classesOf(element).includes(first))
      case 'setAttribute':
        return this.write(element, first, second)
      case 'removeAttribute':
        return this.write(element, first, null)
      case 'dispatch':
        return page.dispatch(element, first, JSON.parse(second) as Json)
      default:
        throw new Error(`The page names the command ${name}, which the kit does not have.`)
    }
  }

  private classes(element: Element, name: string, on: boolean) {
    const text = classText(element, name, on)
    if (text !== undefined) this.write(element, 'class', text)
  }

  private write(element: Element, name: string, text: string | null) {
    const given = this.given.get(element) ?? new Map<string, string | null>()
    if (!given.has(name)) given.set(name, element.getAttribute(name))
    this.given.set(element, given)
    if (text === null) element.removeAttribute(name)
    else element.setAttribute(name, text)
  }
}

/** The class attribute with a name in it or without; nothing when that is so already. As in a browser it may become empty. */
export function classText(element: Element, name: string, on: boolean): string | undefined {
  const before = classesOf(element)
  if (before.includes(name) === on) return undefined
  return (on ? [...before, name] : before.filter((one) => one !== name)).join(' ')
}

const classesOf = (element: Element) =>
  (element.getAttribute('class') ?? '').split(/\s+/).filter((one) => one !== '')
