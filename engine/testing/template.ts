/** Parses a template once and makes its instances by cloning. */
import { adopt } from './adopt.ts'
import { parseMarkup } from './parse.ts'
import { type Component, isElement, type Row, type Slots } from './slots.ts'

export interface Template {
  readonly root: Element | DocumentFragment
  /** By slot, counted from the base: how to reach its node; nothing for a handler. */
  readonly paths: readonly (readonly number[])[]
  /** The slots that an insert fills, in order; a hole has no name. */
  readonly values: readonly { slot: number; name: string }[]
}

export function parseTemplate(markup: string, document: Document, slots: Slots): Template {
  const content = parseMarkup(markup, document)
  // An svg template comes in an <svg> of its own, so that the parser knows where it is.
  const svg = content.firstElementChild
  if (svg?.hasAttribute('lv-svg')) content.replaceChildren(...svg.childNodes)
  const { components, names } = adopt(content, slots)
  const only = content.firstChild
  const root = isElement(only) && content.childNodes.length === 1 ? only : content
  const paths: number[][] = []
  const values: { slot: number; name: string }[] = []
  components[0]?.slots.forEach((node, slot) => {
    paths[slot] = pathTo(node, root)
    values.push({ slot, name: names[slot] ?? '' })
  })
  return { root, paths, values }
}

/** A new instance outside the page, its slots entered behind `base`; `nodes` is what to insert. */
export function instantiate(
  template: Template,
  into: { component: Component; base: number; key: string; number: number },
  slots: Slots,
): { row: Row; nodes: Element | DocumentFragment } {
  const { component, base, key, number } = into
  const nodes = template.root.cloneNode(true) as Element | DocumentFragment
  const ends = isElement(nodes) ? [nodes, nodes] : [nodes.firstChild!, nodes.lastChild!]
  const [start, end] = ends as [ChildNode, ChildNode]
  const row: Row = { component, base, origin: 0, template: String(number), key, start, end }
  slots.enter(row)
  template.paths.forEach((path, slot) => {
    component.slots[base + slot] = follow(path, nodes)
  })
  return { row, nodes }
}

function pathTo(node: Node, root: Node): number[] {
  const path: number[] = []
  for (let at = node; at !== root; at = at.parentNode!) {
    path.unshift([...at.parentNode!.childNodes].indexOf(at as ChildNode))
  }
  return path
}

const follow = (path: readonly number[], root: Node): Node =>
  path.reduce<Node>((node, index) => node.childNodes[index]!, root)
