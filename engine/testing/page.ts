/**
 * One visitor's page without a browser: nodes of linkedom, changed by the ops of decoded frames.
 *
 * The client's own half speaks to the one page of its browser (`document`, `Text`, timers); here several pages live in one
 * process beside the component's code, which must not see a `document`. So the kit applies frames itself; the conformance
 * table holds both to the same result.
 */
import { classWrite } from '../../wasm/client/command.ts'
import type { SignalKind } from '../protocol/names.ts'
import type { Frame, InsertOp, Json, Op } from '../protocol/ops.ts'
import { adopt } from './adopt.ts'
import { Commands } from './commands.ts'
import { Drive } from './drive.ts'
import { Fields, isInput } from './fields.ts'
import { emptyDocument, parseMarkup } from './parse.ts'
import { type Component, isElement, isText, nodesOf, type Row, removeRow, Slots } from './slots.ts'
import { type Kept, Standing } from './standing.ts'
import { instantiate, parseTemplate, type Template } from './template.ts'

/** What ops say to the tab rather than to nodes. */
export interface Told {
  reply(id: number, data: { value?: Json; error?: string }): void
  pushed(name: string, detail: Json): void
  script(code: string): void
  signal(kind: SignalKind, value: Json): void
}

export class Page {
  readonly document = emptyDocument()
  readonly root: Element
  readonly slots = new Slots()
  readonly fields = new Fields()
  readonly commands = new Commands()
  readonly kept = new WeakMap<Element, Kept>()
  focused: Element | undefined
  private components: Component[]
  private templates = new Map<number, Template>()
  private component: Component
  private readonly drive: Drive
  private readonly told: Told

  /** `marker` and `markup` are the first paint: the root hole's marker and its content. */
  constructor(marker: string, markup: string, told: Told) {
    this.told = told
    const content = parseMarkup(`<div lv-t="${marker}">${markup}</div>`, this.document)
    this.root = content.firstElementChild!
    this.components = adopt(content, this.slots).components
    this.component = this.components[0]!
    this.document.body.append(this.root)
    this.drive = new Drive(this)
  }

  /** A new connection: template numbers are not known any more. */
  forgetTemplates(): void {
    this.templates = new Map()
  }

  /** The same for an element and for those that repaints put in its place. */
  keep(element: Element): Kept {
    const known = this.kept.get(element) ?? { element }
    this.kept.set(element, known)
    return known
  }

  apply(frame: Frame): void {
    this.component = this.components[0]!
    if (!frame.repaint) return this.all(frame.ops)
    const standing = new Standing(this)
    const anchor = this.component.slots[0] as Text
    this.slots.empty(anchor)
    this.component = { id: 0, slots: [anchor] }
    this.components = [this.component]
    this.all(frame.ops)
    standing.restore()
  }

  private all(ops: readonly Op[]) {
    for (const op of ops) this.one(op)
    if (this.focused && !this.focused.isConnected) this.focused = undefined
  }

  private one(op: Op): void {
    switch (op.op) {
      case 'setText':
        return this.text(this.at(op.slot), op.text)
      case 'setAttr':
        return this.attribute(this.at(op.slot) as Element, op.name, op.text)
      case 'delAttr':
        return this.attribute(this.at(op.slot) as Element, op.name, null)
      case 'setProp':
        return this.property(this.at(op.slot) as Element, op.name, op.value)
      case 'class':
        return this.classes(this.at(op.slot) as Element, op.name, op.on)
      case 'setHTML':
        return this.markup(this.at(op.slot) as Text, op.html)
      case 'template':
        return void this.templates.set(op.number, parseTemplate(op.html, this.document, this.slots))
      case 'insert':
        return this.insert(op)
      case 'move':
        return this.move(this.rowAt(op.base), op.before)
      case 'remove':
        return removeRow(this.rowAt(op.base))
      case 'order':
        for (const base of op.bases) this.move(this.rowAt(base), 0)
        return
      case 'event':
        return this.told.pushed(op.name, op.detail)
      case 'component':
        this.component = this.known(this.components[op.id], `component ${op.id}`)
        return
      case 'mount':
        this.components[op.id] = { id: op.id, slots: [this.at(op.slot)] }
        return
      case 'unmount':
        delete this.components[op.id]
        return
      case 'name':
        return
      case 'drive':
        if (op.kind === 'evalScript') return this.told.script(String(op.value))
        return this.drive.write(op, this.target(op.target))
      case 'read':
        return this.told.reply(op.id, this.drive.read(op, this.target(op.target)))
      case 'signal':
        return this.told.signal(op.kind, op.value)
      default:
        op satisfies never
    }
  }

  property(element: Element, name: string, value: Json): void {
    if (isInput(element, name)) this.fields.set(element, name, value)
    else if (REFLECTED.has(name)) element.toggleAttribute(name.toLowerCase(), Boolean(value))
    else Object.assign(element, { [name]: value })
  }

  /** Replaces what a hole holds by markup. */
  markup(anchor: Text, markup: string): void {
    this.slots.empty(anchor)
    const nodes = parseMarkup(markup, this.document)
    if (!nodes.hasChildNodes()) return
    const begin = this.document.createTextNode('')
    anchor.before(begin, nodes)
    this.slots.setRaw(anchor, begin)
  }

  private text(node: Node, text: string) {
    if (!isText(node)) {
      node.textContent = text
      if (isInput(node as Element, 'value')) this.fields.set(node as Element, 'value', text)
      return
    }
    if (this.slots.rawOf(node)) this.slots.empty(node)
    node.data = text
  }

  private attribute(element: Element, name: string, text: string | null) {
    if (text === null) element.removeAttribute(name)
    else element.setAttribute(name, text)
    if (name === 'value' && isInput(element, name)) this.fields.set(element, name, text ?? '')
    if (name === 'checked' && isInput(element, name)) {
      this.fields.set(element, name, text !== null)
    }
  }

  private classes(element: Element, name: string, on: boolean) {
    const [attribute, text] = classWrite(element, name, on)
    if (text !== null) element.setAttribute(attribute, text)
  }

  private insert({ list, tpl, base, before, key, strings }: InsertOp) {
    const template = this.known(this.templates.get(tpl), `template ${tpl}`)
    const into = { component: this.component, base, key, number: tpl }
    const anchor = this.at(list) as Text
    const { nodes } = instantiate(template, into, this.slots)
    for (const [i, { slot, name }] of template.values.entries()) {
      const node = this.at(base + slot)
      const text = strings[i]!
      if (name === '') this.text(node, text)
      else if (name.startsWith('.')) {
        this.property(node as Element, name.slice(1), JSON.parse(text))
      } else this.attribute(node as Element, name, text)
    }
    const next = before === 0 ? anchor : this.rowAt(before).start
    next.before(nodes)
  }

  private move(row: Row, before: number) {
    const nodes = nodesOf(row)
    if (before !== 0) return this.rowAt(before).start.before(...nodes)
    this.anchorBehind(row).before(...nodes)
  }

  // Behind a row stand other rows of its hole, then the hole's anchor.
  private anchorBehind(row: Row): ChildNode {
    let node = row.end.nextSibling!
    for (let next = this.slots.rowAt(node); next?.start === node; ) {
      node = next.end.nextSibling!
      next = this.slots.rowAt(node)
    }
    return node
  }

  private at(slot: number): Node {
    return this.known(this.component.slots[slot], `slot ${this.component.id}.${slot}`)
  }

  private rowAt(base: number): Row {
    return this.known(this.slots.rowAt(this.at(base)), `row ${this.component.id}.${base}`)
  }

  private target(id: string): Element | undefined {
    if (id === '') return this.slots.rootElement(this.component)
    const found = [...this.root.querySelectorAll('[id]')].find((one) => one.id === id)
    return isElement(found) ? found : undefined
  }

  private known<T>(value: T | undefined, what: string): T {
    if (value !== undefined) return value
    throw new Error(`The frame names ${what}, which this page does not have.`)
  }
}

/** Properties that show as attributes of the same name. */
const REFLECTED = new Set([
  'disabled',
  'hidden',
  'open',
  'required',
  'multiple',
  'selected',
  'readOnly',
  'autofocus',
])
