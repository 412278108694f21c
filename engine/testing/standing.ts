/** What a visitor has in a page, by structural place: put back after the page was painted again. */
import type { Once } from '../../wasm/client/rise.ts'
import type { Commands, Written } from './commands.ts'
import type { FieldState, Fields } from './fields.ts'
import { isElement, type Slots } from './slots.ts'

/** An element as its visitor knows it: a repaint makes it anew, and to them it is the same. */
export interface Kept extends Once {
  element: Element
}

interface StandingPage {
  readonly root: Element
  readonly slots: Slots
  readonly fields: Fields
  readonly commands: Commands
  readonly kept: WeakMap<Element, Kept>
  focused: Element | undefined
}

export class Standing {
  private readonly fields = new Map<string, FieldState>()
  private readonly kept = new Map<string, Kept>()
  private readonly written = new Map<string, Written>()
  private readonly focus: string | undefined
  private readonly page: StandingPage

  constructor(page: StandingPage) {
    this.page = page
    this.focus = page.focused && this.pathOf(page.focused)
    for (const element of page.root.querySelectorAll('*')) {
      const state = page.fields.stateOf(element)
      const kept = page.kept.get(element)
      if (state) this.fields.set(this.pathOf(element), { ...state })
      if (kept) this.kept.set(this.pathOf(element), kept)
      const written = page.commands.writtenTo(element)
      if (written.size > 0) this.written.set(this.pathOf(element), written)
    }
  }

  restore(): void {
    const { page } = this
    page.focused = undefined
    for (const element of page.root.querySelectorAll('*')) {
      const path = this.pathOf(element)
      const before = this.fields.get(path)
      if (before) page.fields.restore(element, before)
      if (path === this.focus) page.focused = element
      const written = this.written.get(path)
      if (written) page.commands.restore(element, written)
      const kept = this.kept.get(path)
      if (!kept) continue
      kept.element = element
      page.kept.set(element, kept)
    }
  }

  // A row is told apart by its key, so that what was typed goes with it when it moves.
  private pathOf(element: Element): string {
    const path: string[] = []
    for (let at: Element | null = element; at && at !== this.page.root; at = at.parentElement) {
      const row = this.page.slots.rowAt(at)
      const siblings: Node[] = [...(at.parentNode?.childNodes ?? [])]
      const place = siblings.filter((node) => isElement(node) && !this.isRow(node)).indexOf(at)
      path.unshift(`${at.localName}${row?.start === at ? `#${row.key}` : `@${place}`}`)
    }
    return path.join('/')
  }

  private isRow(node: Node): boolean {
    return this.page.slots.rowAt(node)?.start === node
  }
}
