/** Writes ops into the page at once; `repaint.ts` implements the same calls when a whole page is compared. */
import type { Json } from '../../engine/protocol/ops.ts'
import type {} from './changes.ts'
import { give, type Inputs, isInput } from './input.ts'
import { type Component, forget, nodesOf, type Row, rowsIn } from './table.ts'
import { instantiate, type Template } from './template.ts'

/** What a frame can do to nodes. Values of a new instance are set before it is `placed`. */
export interface Writer {
  text(node: Node, text: string): void
  attribute(element: Element, name: string, text: string | null): void
  writeProperty(element: Element, name: string, value: Json): void
  toggle(element: Element, name: string, on: boolean): void
  markup(anchor: Node, markup: string): void
  insert(
    anchor: Node,
    template: Template,
    into: Component,
    base: number,
    next: Node | undefined,
    key: string,
  ): void
  placed(): void
  /** Before a node of its own child slot or of another one, or at its child slot's end. */
  move(row: Row, next: Node | undefined): void
  remove(row: Row): void
  /** The frame has no more ops. */
  end?(): void
}

export function createWriter(inputs: Inputs): Writer {
  let pending: { nodes: Node; parent: Node; next: Node } | undefined
  const writeProperty = (element: Element, name: string, value: Json) => {
    if (isInput(element, name)) inputs.set(element, name, value)
    else give(element, name, value)
  }
  return {
    writeProperty,
    text(node, text) {
      if (node.telarRaw || node.telarStandIns) fillChildSlot(node as Text)
      if (node instanceof Text) node.data = text
      else writeTextElement(node as Element, text, writeProperty)
    },
    attribute(element, name, text) {
      writeAttribute(element, name, text)
      if (isInput(element, name))
        writeProperty(element, name, name === 'value' ? (text ?? '') : text !== null)
      else if (LIMITS.test(name)) inputs.changed(element)
    },
    toggle(element, name, on) {
      delete element.telarGiven?.[`@.${name}`]
      element.classList.toggle(name, on)
    },
    // A text that a driver has overwritten is not in the page, and can only be emptied.
    markup: (anchor, markup) =>
      fillChildSlot(anchor as Text, markup ? parseMarkup(markup, anchor.parentNode!) : undefined),
    insert(anchor, template, into, base, next, key) {
      const { nodes } = instantiate(template, into, base, key)
      pending = { nodes, parent: anchor.parentNode!, next: next ?? anchor }
    },
    placed() {
      pending?.parent.insertBefore(pending.nodes, pending.next)
      pending = undefined
    },
    move(row, next) {
      moveNodes(nodesOf(row), next ?? anchorAfter(row), inputs)
    },
    remove: removeRow,
  }
}

// Attributes that limit what a field accepts.
const LIMITS = /^(min|max|step|type|multiple)$/

/** Moves nodes of the page before `next`. */
export function moveNodes(nodes: readonly ChildNode[], next: Node, { fields }: Inputs) {
  const parent = next.parentNode as Node & { moveBefore?: Node['insertBefore'] }
  // Removing a node would lose its focus, its scroll position, and dialogs open in it.
  const restore = parent.moveBefore ? undefined : fields?.remember(nodes)
  for (const node of nodes) {
    if (parent.moveBefore && node.isConnected) parent.moveBefore(node, next)
    else parent.insertBefore(node, next)
  }
  restore?.()
}

/** Empties a child slot and puts nodes there, with a mark where they start. */
export function fillChildSlot(anchor: Text, holder?: Element) {
  anchor.telarStandIns?.[0]?.before(anchor)
  dropStandIns(anchor)
  for (const row of rowsIn(anchor)) removeRow(row)
  if (anchor.telarRaw && anchor.parentNode) {
    const raw = document.createRange()
    raw.setStartBefore(anchor.telarRaw)
    raw.setEndBefore(anchor)
    raw.deleteContents()
    anchor.telarRaw = undefined
  }
  if (anchor.data) anchor.data = ''
  if (holder?.firstChild) anchor.before((anchor.telarRaw = new Text()), ...holder.childNodes)
}

/** Markup parsed as a child of `parent`: the result holds the nodes. Its scripts do not run. */
export function parseMarkup(markup: string, parent: Node): Element {
  const holder = inert.importNode(parent, false) as Element
  // A single-choice <select> would choose among these, and keep its choice.
  ;(holder as HTMLSelectElement).multiple = true
  holder.innerHTML = markup
  return holder
}

const inert = document.implementation.createHTMLDocument('')

function removeRow(row: Row) {
  forget(row)
  takeOut(row)
}

export function takeOut(row: Row) {
  for (const node of nodesOf(row)) {
    dropStandIns(node)
    node.remove()
  }
}

function dropStandIns(node: Node) {
  for (const one of node.telarStandIns ?? []) one.remove()
  node.telarStandIns = undefined
}

function writeAttribute(element: Element, name: string, text: string | null) {
  delete element.telarGiven?.[`@${name}`]
  if (name === 'open') (element.telarGiven ??= {}).open = text
  if (text === null) element.removeAttribute(name)
  else element.setAttribute(name, text)
}

// A text area shows its value once somebody has typed; its content is only the first value.
function writeTextElement(element: Element, text: string, writeProperty: Writer['writeProperty']) {
  element.textContent = text
  if (element.localName === 'textarea') writeProperty(element, 'value', text)
}

// The anchor ends the child slot: it is the first sibling after the row that belongs to no row of the child slot.
function anchorAfter(row: Row): Node {
  let node = row.lastNode.nextSibling
  while (node?.telarRow?.firstNode === node) node = node.telarRow.lastNode.nextSibling
  return node!
}
