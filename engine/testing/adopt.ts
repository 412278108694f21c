/** Reads the markers in markup and takes them out: of the first paint and of each template. */
import { type Component, isComment, isElement, isText, type Slots } from './slots.ts'

export interface Adopted {
  /** By number; in a template's markup, where numbers count from the base, there is only component 0. */
  components: Component[]
  /** By slot: the attribute's name, or the property's with a dot before it; only a template tells. */
  names: string[]
}

export function adopt(root: Element | DocumentFragment, slots: Slots): Adopted {
  return new Adoption(root.ownerDocument as Document, slots).read(root)
}

class Adoption {
  private readonly components: Component[] = []
  private readonly names: string[] = []
  private readonly document: Document
  private readonly slots: Slots

  constructor(document: Document, slots: Slots) {
    this.document = document
    this.slots = slots
  }

  read(root: Element | DocumentFragment): Adopted {
    this.siblings(root.firstChild, null)
    return { components: this.components, names: this.names }
  }

  private siblings(first: Node | null, stop: Node | null): void {
    for (let node = first; node && node !== stop; ) {
      let next = node.nextSibling
      if (isElement(node)) this.element(node)
      else if (isComment(node)) {
        if (node.data[0] === '[') next = this.range(node)
        else if (/^[\d. ]+$/.test(node.data)) next = this.hole(node)
      }
      node = next
    }
  }

  private element(element: Element) {
    const row = take(element, 'lv-r')
    const places = take(element, 'lv-s')
    const hole = take(element, 'lv-t')
    for (const place of places?.split(' ') ?? []) {
      const [marker, name] = place.split(':') as [string, string?]
      const { slot } = this.enter(marker, element)
      if (name !== undefined) this.names[slot] = name
    }
    if (row !== undefined) this.row(row, element, element)
    if (hole === undefined) this.siblings(element.firstChild, null)
    else if (isTextElement(element)) this.enter(hole, element)
    else this.content(element, hole)
  }

  /** A hole that is the whole content of an element. */
  private content(element: Element, markers: string) {
    const anchor = this.anchor([...element.childNodes], null)
    element.append(anchor)
    this.enterHole(markers, anchor)
  }

  /** A row between `<!--[57 1x9k3f 42-->` and `<!--]57-->`; in a template, bare. Returns what follows. */
  private range(open: Comment): ChildNode | null {
    const [at] = open.data.slice(1).split(' ') as [string]
    const close = until(open, `]${at}`)
    const [start, end] = [this.text(), this.text()]
    open.replaceWith(start)
    close.replaceWith(end)
    // Rows in its holes are entered later, so that each node belongs to its innermost row.
    if (at !== '') this.row(open.data.slice(1), start, end)
    this.siblings(start.nextSibling, end)
    return end.nextSibling
  }

  /** A hole between `<!--5-->` and `<!--/5-->`. Returns what follows. */
  private hole(open: Comment): ChildNode | null {
    const close = until(open, `/${open.data}`)
    const nodes: ChildNode[] = []
    for (let node = open.nextSibling; node && node !== close; node = node.nextSibling) {
      nodes.push(node)
    }
    const anchor = this.anchor(nodes, close)
    close.replaceWith(anchor)
    this.enterHole(open.data, anchor)
    open.remove()
    return anchor.nextSibling
  }

  // Text stands for itself; rows are read; what else there is came as raw markup and is none of ours.
  private anchor(nodes: readonly ChildNode[], stop: Node | null): Text {
    const anchor = this.text()
    const [first] = nodes
    if (first === undefined) return anchor
    if (isRow(first)) this.siblings(first, stop)
    else if (nodes.every(isText)) {
      anchor.data = nodes.map((node) => (node as Text).data).join('')
      for (const node of nodes) node.remove()
    } else {
      const begin = this.text()
      first.before(begin)
      this.slots.setRaw(anchor, begin)
    }
    return anchor
  }

  private row(marker: string, start: ChildNode, end: ChildNode) {
    const [at, template = '', key = ''] = marker.split(' ') as [string, string?, string?]
    const { component, slot: base } = this.enter(at, start)
    this.slots.enter({
      component,
      base,
      origin: base,
      template,
      key: decodeURIComponent(key),
      start,
      end,
    })
  }

  // A component that shows another component and nothing else shares its hole.
  private enterHole(markers: string, anchor: Text) {
    for (const marker of markers.split(' ')) this.enter(marker, anchor)
  }

  private enter(marker: string, node: Node): { component: Component; slot: number } {
    const [slot, id = 0] = marker.split('.').reverse().map(Number) as [number, number?]
    const component = (this.components[id] ??= { id, slots: [] })
    component.slots[slot] = node
    return { component, slot }
  }

  private text = () => this.document.createTextNode('')
}

function take(element: Element, name: string): string | undefined {
  const value = element.getAttribute(name) ?? undefined
  element.removeAttribute(name)
  return value
}

/** The comment with these words among the nodes that follow. */
function until(open: Comment, words: string): Comment {
  let node: Node | null = open.nextSibling
  while (node && !(isComment(node) && node.data === words)) node = node.nextSibling
  if (node) return node as Comment
  throw new Error(`Expected <!--${words}--> after <!--${open.data}-->, found none.`)
}

const isRow = (node: Node) =>
  isElement(node) ? node.hasAttribute('lv-r') : isComment(node) && node.data[0] === '['

/** Their content is text to the parser, so a hole there is the element itself. */
export const isTextElement = (element: Element) =>
  element.localName === 'textarea' || element.localName === 'title'
