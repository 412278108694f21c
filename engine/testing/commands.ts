/** Does in the kit's page what `lv-do-click` and its like ask for, and keeps it over a repaint. */
import { type CommandPage, hearCommands } from '../../wasm/client/command.ts'

/** Attribute → what the server gave and what a command made of it. */
export type Written = ReadonlyMap<string, { given: string | null; text: string | null }>

export class Commands {
  private readonly given = new WeakMap<Element, Map<string, string | null>>()

  /** Does what stands at the target of an event and around it. */
  hear(type: string, target: Element, bubbles: boolean, page: Omit<CommandPage, 'write'>): void {
    const write = this.write.bind(this)
    hearCommands(type, target, bubbles, { ...page, write })
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

  private write(element: Element, name: string, text: string | null) {
    const given = this.given.get(element) ?? new Map<string, string | null>()
    if (!given.has(name)) given.set(name, element.getAttribute(name))
    this.given.set(element, given)
    if (text === null) element.removeAttribute(name)
    else element.setAttribute(name, text)
  }
}
