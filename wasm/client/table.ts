/** The tab's data about a page: components with their slots, and rows with their places. */
import { weigh } from '../../engine/protocol/hash.ts'

/** One component: `slots[n]` is the node of slot n (README of the wire, "What is addressed"). */
export interface Component {
  readonly id: number
  readonly slots: Node[]
  /** By slot: the hash of the last text from a frame; and the sum of them. */
  readonly hashes: number[]
  sum: number
}

export const createComponent = (id: number, ...slots: Node[]): Component => ({
  id,
  slots,
  hashes: [],
  sum: 0,
})

/** Records the hash of a slot's text. */
export function note(component: Component, slot: number, hash: number) {
  const { hashes } = component
  component.sum += weigh(slot, hash - (hashes[slot] ?? 0))
  hashes[slot] = hash
}

/** A row was removed: the hashes of its slots no longer count, nor those of its contents. */
export function forget({ component, base }: Row) {
  const { slots } = component
  // Numbers of instances are consecutive: after the last slot comes the base of the next one.
  for (let slot = base + 1; slot < slots.length; slot++) {
    const node = slots[slot]
    if (node?.telarRow?.base === slot) return
    note(component, slot, 0)
    if (node instanceof Text) rowsIn(node).forEach(forget)
  }
}

/** One instance of a template. */
export interface Row {
  component: Component
  base: number
  /** Subtracted from a handler's number in the markup: the first paint counts from 0, clones from their base. */
  readonly numberedFrom: number
  /** A repaint identifies it by name and key. */
  readonly template: string
  readonly key: string
  /** Its first and last node: one element, or two empty text nodes around its content. */
  readonly firstNode: ChildNode
  readonly lastNode: ChildNode
}

declare global {
  interface Node {
    /** On a row's ends and on the elements directly between them. */
    telarRow?: Row
    /** On a child slot's anchor: where its raw markup starts. */
    telarRaw?: Text
  }
}

/** Component and slot of a handler of `element` now. Slot 0 is the root slot and never a handler: the element has left the page. */
export function handlerSlot(element: Element, event: string): [component: number, slot: number] {
  const row = rowAround(element)
  const own = /\d+$/.exec(element.getAttribute(`lv-${event}`) ?? '')
  if (!row || !own || !element.isConnected) return [0, 0]
  return [row.component.id, row.base + Number(own[0]) - row.numberedFrom]
}

function rowAround(node: Node): Row | undefined {
  let at: Node | null = node
  while (at && !at.telarRow) at = at.parentNode
  return at?.telarRow
}

/** All nodes of a row, with the contents of its child slots. */
export function nodesOf(row: Row): ChildNode[] {
  const nodes: ChildNode[] = []
  for (let node: ChildNode | null = row.firstNode; node; node = node.nextSibling) {
    nodes.push(node)
    if (node === row.lastNode) break
  }
  return nodes
}

/** The rows in a child slot, in order. */
export function rowsIn(anchor: Node): Row[] {
  const rows: Row[] = []
  let node = anchor.previousSibling
  while (node?.telarRow?.lastNode === node) {
    rows.unshift(node.telarRow)
    node = node.telarRow.firstNode.previousSibling
  }
  return rows
}
