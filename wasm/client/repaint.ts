/**
 * Compares a whole page with what is there: keeps rows by child slot, template and key, writes what differs, removes the rest. Loaded together with the
 * texts for problems.
 */
import { MALFORMED } from '../../engine/protocol/opcodes.ts'
import type { Json } from '../../engine/protocol/ops.ts'
import type { Inputs } from './input.ts'
import type { Component, Row } from './table.ts'
import type { Template } from './template.ts'
import type { Tools } from './tools.ts'
import type { Writer } from './write.ts'

interface ChildSlot {
  /** What is there and was named by no op yet. */
  old: Row[]
  order: Row[]
  markup: string
}

/** A writer for one frame that builds the page but changes nothing. `direct` writes what differs. */
export function createRepaint(root: Node, direct: Writer, inputs: Inputs, tools: Tools): Writer {
  const { instantiate, isInput, nodesOf, rowsIn, takeOut } = tools
  const childSlots = new Map<Node, ChildSlot>()
  /** The new values of a node, by name: the last one counts. */
  const wanted = new Map<Node, Map<string, () => void>>()
  visit(root)

  function visit(anchor: Node): ChildSlot {
    const childSlot = childSlots.get(anchor) ?? { old: rowsIn(anchor), order: [], markup: '' }
    childSlots.set(anchor, childSlot)
    return childSlot
  }

  function want(node: Node, name: string, write: () => void) {
    if (!wanted.has(node)) wanted.set(node, new Map())
    wanted.get(node)!.set(name, write)
  }

  return {
    text(node, text) {
      want(node, '', () => node.textContent === text || direct.text(node, text))
      if (node.telarRaw || node.previousSibling?.telarRow) visit(node)
    },
    attribute: (element, name, text) =>
      want(
        element,
        name,
        () => shown(element, name) === text || direct.attribute(element, name, text),
      ),
    writeProperty: (element, name, value) =>
      want(element, `.${name}`, () => {
        if (isInput(element, name)) inputs.set(element, name, value, true)
        else if (!stands(element, name, value)) direct.writeProperty(element, name, value)
      }),
    markup: (anchor, markup) => void (visit(anchor).markup = markup),
    insert(anchor, template, into, base, _, key) {
      const { old, order } = visit(anchor)
      const at = old.findIndex((row) => row.template === template.name && row.key === key)
      let row: Row | undefined = at < 0 ? undefined : old.splice(at, 1)[0]
      if (row && !keep(row, template, into, base)) {
        takeOut(row)
        row = undefined
      }
      if (!row) {
        const made = instantiate(template, into, base, key)
        // Before old raw markup, which is removed at the end together with its start mark.
        anchor.parentNode?.insertBefore(made.nodes, anchor.telarRaw ?? anchor)
        row = made.row
      }
      order.push(row)
    },
    placed() {},
    toggle: refuse,
    move: refuse,
    remove: refuse,
    end() {
      for (const [anchor, childSlot] of childSlots) settle(anchor as Text, childSlot)
      for (const writes of wanted.values()) for (const write of writes.values()) write()
    },
  }

  function refuse() {
    throw tools.refusal(MALFORMED)
  }

  function settle(anchor: Text, childSlot: ChildSlot) {
    // The hashes of their slots went with the old table; rows that stay have new numbers, so the end of the old ones is unknown.
    for (const row of childSlot.old) takeOut(row)
    // A driver has overwritten its container.
    if (!anchor.parentNode) return
    if (childSlot.markup || anchor.telarRaw) {
      const nodes = tools.parseMarkup(childSlot.markup, anchor.parentNode)
      if (!sameNodes(anchor, nodes)) tools.fillChildSlot(anchor, nodes)
    }
    // From the end, so that a row in the right place is not touched.
    let next: Node = anchor
    for (const row of [...childSlot.order].reverse()) {
      if (row.lastNode.nextSibling !== next) tools.moveNodes(nodesOf(row), next, inputs)
      next = row.firstNode
    }
  }
}

function keep(row: Row, template: Template, into: Component, base: number): boolean {
  const { slots } = row.component
  const isWhole = template.values.every(({ slot }) => {
    into.slots[base + slot] = slots[row.base + slot]!
    return slots[row.base + slot]
  })
  if (!isWhole) return false
  into.slots[base] = row.firstNode
  row.component = into
  row.base = base
  return true
}

function sameNodes(anchor: Text, nodes: Element): boolean {
  let node: ChildNode | null | undefined = anchor.telarRaw?.nextSibling
  for (const wanted of nodes.childNodes) {
    if (!node || node === anchor || !node.isEqualNode(wanted)) return false
    node = node.nextSibling
  }
  return node === anchor
}

// What a command or the visitor has changed stays, unless the server's own value has changed since.
function shown(element: Element, name: string): Json {
  const { [`@${name}`]: before, open } = element.telarGiven ?? {}
  if (before !== undefined) return before
  return name === 'open' && open !== undefined ? open : element.getAttribute(name)
}

// A page may be scrolled, a video may play: the property has changed since the server set it.
function stands(element: Element, name: string, value: Json): boolean {
  const given = element.telarGiven?.[name]
  return given === undefined
    ? (element as unknown as Record<string, Json>)[name] === value
    : JSON.stringify(given) === JSON.stringify(value)
}
