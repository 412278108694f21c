/** What the kit holds of a page: components with their slots, rows, raw markup. */

/** One component: `slots[n]` is the node of slot n (README of the wire, "What is addressed"). */
export interface Component {
  readonly id: number
  readonly slots: Node[]
}

/** One instance of a template in the page. */
export interface Row {
  readonly component: Component
  readonly base: number
  /** What is taken off a handler's number in the markup: the first paint counts from 0, clones from their base. */
  readonly origin: number
  readonly template: string
  readonly key: string
  /** Its first and last node: one element, or two empty texts around whatever stands between. */
  readonly start: ChildNode
  readonly end: ChildNode
}

export const isElement = (node: Node | null | undefined): node is Element => node?.nodeType === 1
export const isText = (node: Node | null | undefined): node is Text => node?.nodeType === 3
export const isComment = (node: Node | null | undefined): node is Comment => node?.nodeType === 8

/** Remembers what belongs to which node; the nodes themselves carry nothing. */
export class Slots {
  private readonly rows = new WeakMap<Node, Row>()
  private readonly raws = new WeakMap<Node, Text>()

  /** Enters a row at its ends and at the elements right between them. */
  enter(row: Row): void {
    row.component.slots[row.base] = row.start
    for (const node of nodesOf(row)) {
      if (isElement(node) || node === row.start || node === row.end) this.rows.set(node, row)
    }
  }

  rowAt(node: Node | null): Row | undefined {
    return node ? this.rows.get(node) : undefined
  }

  rowAround(node: Node): Row | undefined {
    for (let at: Node | null = node; at; at = at.parentNode) {
      const row = this.rows.get(at)
      if (row) return row
    }
    return undefined
  }

  /** Rows that stand in a hole, in order. */
  rowsIn(anchor: Node): Row[] {
    const rows: Row[] = []
    for (let node = anchor.previousSibling; node; node = rows[0]!.start.previousSibling) {
      const row = this.rowAt(node)
      if (row?.end !== node) break
      rows.unshift(row)
    }
    return rows
  }

  /** Where the raw markup of a hole begins; nothing when it holds none. */
  rawOf(anchor: Node): Text | undefined {
    return this.raws.get(anchor)
  }

  setRaw(anchor: Node, begin: Text | undefined): void {
    if (begin) this.raws.set(anchor, begin)
    else this.raws.delete(anchor)
  }

  /** Takes out all that stands before a hole's anchor as its content. */
  empty(anchor: Text): void {
    for (const row of this.rowsIn(anchor)) removeRow(row)
    let node: ChildNode | null | undefined = this.rawOf(anchor)
    while (node && node !== anchor) {
      const next: ChildNode | null = node.nextSibling
      node.remove()
      node = next
    }
    this.setRaw(anchor, undefined)
    anchor.data = ''
  }

  /** The number under which the server knows a handler of `element`, or nothing when it has left the page. */
  handler(element: Element, event: string): { component: number; slot: number } | undefined {
    const row = this.rowAround(element)
    const own = /\d+$/.exec(element.getAttribute(`lv-${event}`) ?? '')
    if (!row || !own || !element.isConnected) return undefined
    return { component: row.component.id, slot: row.base + Number(own[0]) - row.origin }
  }

  /** The element that drivers and pushed events of a component mean: the first one in its root hole. */
  rootElement(component: Component | undefined): Element | undefined {
    const anchor = component?.slots[0]
    if (!anchor) return undefined
    return this.rowsIn(anchor).flatMap(nodesOf).find(isElement)
  }
}

/** All nodes of a row, whatever its holes hold. */
export function nodesOf(row: Row): ChildNode[] {
  const nodes: ChildNode[] = []
  for (let node: ChildNode | null = row.start; node; node = node.nextSibling) {
    nodes.push(node)
    if (node === row.end) break
  }
  return nodes
}

export function removeRow(row: Row): void {
  for (const node of nodesOf(row)) node.remove()
}
