/** Compares a whole page with what stands: keeps rows by hole, template and key, writes what differs, removes the rest. */
import type { Json } from '../../engine/protocol/ops.ts'
import { type Inputs, propertyOf } from './input.ts'
import { remember } from './place.ts'
import { type Component, nodesOf, type Row, rowsIn } from './table.ts'
import { instantiate, type Template } from './template.ts'
import {
  CAN_MOVE,
  fillHole,
  isInput,
  moveNodes,
  parseMarkup,
  removeRow,
  type Writer,
} from './write.ts'

interface Hole {
  /** What stands there and no op has named yet, by template and key. */
  old: Map<string, Row[]>
  order: Row[]
  markup: string
}

/** A writer for one frame. `direct` writes what turns out to differ. */
export function createRepaint(root: Node, direct: Writer, inputs: Inputs): Writer {
  const holes = new Map<Node, Hole>()
  const texts = new Map<Node, string>()
  const attributes = new Map<Element, Map<string, string | null>>()
  const properties = new Map<Element, Map<string, Json>>()
  const later: (() => void)[] = []
  visit(root)

  function visit(anchor: Node): Hole {
    let hole = holes.get(anchor)
    if (!hole) {
      hole = { old: new Map(), order: [], markup: '' }
      holes.set(anchor, hole)
      for (const row of rowsIn(anchor)) list(hole.old, pathOf(row.template, row.key)).push(row)
    }
    return hole
  }

  function keep(row: Row, template: Template, into: Component, base: number): boolean {
    const { component, base: old } = row
    if (template.values.some(({ slot }) => !component.slots[old + slot])) return false
    for (const { slot } of template.values) into.slots[base + slot] = component.slots[old + slot]!
    into.slots[base] = row.start
    row.component = into
    row.base = base
    return true
  }

  return {
    text(node, text) {
      texts.set(node, text)
      if (node.telarRaw || node.previousSibling?.telarRow) visit(node)
    },
    attribute: (element, name, text) => void entry(attributes, element).set(name, text),
    property: (element, name, value) => void entry(properties, element).set(name, value),
    toggle(element, name, on) {
      const wanted = entry(attributes, element)
      const names = new Set(
        (wanted.get('class') ?? element.getAttribute('class') ?? '').split(/\s+/),
      )
      names.delete('')
      if (on) names.add(name)
      else names.delete(name)
      wanted.set('class', [...names].join(' '))
    },
    markup: (anchor, markup) => void (visit(anchor).markup = markup),
    insert(anchor, template, into, base, next, key) {
      const hole = visit(anchor)
      let row = hole.old.get(pathOf(template.name, key))?.shift()
      if (row && !keep(row, template, into, base)) {
        removeRow(row)
        row = undefined
      }
      if (!row) {
        const made = instantiate(template, into, base, key)
        anchor.parentNode!.insertBefore(made.nodes, anchor)
        row = made.row
      }
      hole.order.splice(next ? hole.order.indexOf(next) : hole.order.length, 0, row)
    },
    placed() {},
    move(row, next) {
      for (const { order } of holes.values()) {
        const at = order.indexOf(row)
        if (at < 0) continue
        order.splice(at, 1)
        order.splice(next ? order.indexOf(next) : order.length, 0, row)
      }
    },
    remove(row) {
      for (const { order } of holes.values()) {
        if (order.includes(row)) order.splice(order.indexOf(row), 1)
      }
      removeRow(row)
    },
    after: (act) => void later.push(act),
    end() {
      for (const [anchor, hole] of holes) settle(anchor as Text, hole)
      for (const [node, text] of texts) if (textOf(node) !== text) direct.text(node, text)
      for (const [element, wanted] of attributes) {
        for (const [name, text] of wanted) {
          if (element.getAttribute(name) !== text) direct.attribute(element, name, text)
        }
      }
      for (const [element, wanted] of properties) {
        for (const [name, value] of wanted) {
          // What the visitor typed stays, unless the server's own value has changed since.
          const now = isInput(element, name)
            ? (inputs.given(element, name) ?? initial(element, name))
            : propertyOf(element, name)
          if (now !== value) direct.property(element, name, value)
        }
      }
      for (const act of later) act()
    },
  }
}

function settle(anchor: Text, hole: Hole) {
  for (const rows of hole.old.values()) for (const row of rows) removeRow(row)
  if (hole.markup || anchor.telarRaw) {
    const nodes = parseMarkup(hole.markup, anchor.parentNode!)
    if (!sameNodes(anchor, nodes)) fillHole(anchor, nodes)
  }
  // From the end, so that a row that stands right is not touched.
  let next: Node = anchor
  for (const row of [...hole.order].reverse()) {
    if (row.end.nextSibling !== next) {
      const nodes = nodesOf(row)
      const restore = CAN_MOVE ? undefined : remember(nodes)
      moveNodes(nodes, next)
      restore?.()
    }
    next = row.start
  }
}

function sameNodes(anchor: Text, nodes: Element): boolean {
  let node: ChildNode | null | undefined = anchor.telarRaw?.nextSibling
  for (const wanted of nodes.childNodes) {
    if (!node || node === anchor || !node.isEqualNode(wanted)) return false
    node = node.nextSibling
  }
  return node === anchor
}

const textOf = (node: Node) => (node instanceof Text ? node.data : node.textContent)
const pathOf = (template: string, key: string) => `${template} ${key}`

function entry<V>(map: Map<Element, Map<string, V>>, element: Element): Map<string, V> {
  if (!map.has(element)) map.set(element, new Map())
  return map.get(element)!
}

function list(map: Map<string, Row[]>, path: string): Row[] {
  if (!map.has(path)) map.set(path, [])
  return map.get(path)!
}

// The first paint gives values as attributes.
function initial(element: Element, name: string): Json {
  if (element instanceof HTMLSelectElement) {
    const options = [...element.options]
    return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? ''
  }
  const first = { value: 'defaultValue', checked: 'defaultChecked', selected: 'defaultSelected' }
  return propertyOf(element, first[name as keyof typeof first]) ?? null
}
