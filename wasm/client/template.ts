/** Parses a template once and makes its instances by cloning. */
import { adopt } from './adopt.ts'
import type { Component, Row } from './table.ts'

export interface Template {
  /** Its hash, which the first paint and other processes use as its name. */
  readonly name: string
  readonly root: Element | DocumentFragment
  /** The slots that an insert fills, in order: counted from the base, with the path to their node; a child slot has no name. */
  readonly values: readonly { slot: number; place: readonly boolean[]; name: string }[]
}

/** `heard` receives the name of every event that the template has a handler for. */
export function parseTemplate(
  markup: string,
  name: string,
  heard: (event: string) => void,
): Template {
  const holder = document.createElement('template')
  holder.innerHTML = markup
  const { content } = holder
  // An SVG template comes inside an <svg>, so that the parser uses the right namespace.
  const svg = content.firstElementChild
  if (svg?.hasAttribute('lv-svg')) content.replaceChildren(...svg.childNodes)
  const { components, names } = adopt(content, heard)
  const root = content.firstElementChild === content.lastChild ? content.lastChild! : content
  const values: Template['values'][number][] = []
  components[0]?.slots.forEach((node, slot) => {
    if (slot > 0) values.push({ slot, place: wayTo(node, root), name: names[slot] ?? '' })
  })
  return { name, root: root as Element | DocumentFragment, values }
}

/** A new instance outside the page, with its slots entered after `base`; insert `nodes`. */
export function instantiate(
  template: Template,
  component: Component,
  base: number,
  key: string,
): { row: Row; nodes: Node } {
  const nodes = document.importNode(template.root, true)
  const single = nodes instanceof Element
  const row: Row = {
    component,
    base,
    numberedFrom: 0,
    template: template.name,
    key,
    firstNode: single ? nodes : nodes.firstChild!,
    lastNode: single ? nodes : nodes.lastChild!,
  }
  if (single) nodes.telarRow = row
  else for (const node of nodes.childNodes) node.telarRow = row
  component.slots[base] = row.firstNode
  for (const { slot, place } of template.values) {
    let node: Node = nodes
    for (const down of place) node = (down ? node.firstChild : node.nextSibling)!
    component.slots[base + slot] = node
  }
  return { row, nodes }
}

// Steps from the root: down to the first child, or on to the next sibling. A row has far more nodes than slots.
const wayTo = (node: Node, root: Node): boolean[] =>
  node === root
    ? []
    : [...wayTo((node.previousSibling ?? node.parentNode)!, root), !node.previousSibling]
