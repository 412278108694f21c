/** Reads the markers in markup once, in one walk, and removes them: for the first paint and for each template. */
import { adoptGiven } from './input.ts'
import { type Component, createComponent, type Row } from './table.ts'

interface Adopted {
  /** By number. In a template's markup, where numbers count from the base, there is only component 0. */
  components: Component[]
  /** By slot: the attribute's name, or the property's with a dot before it; only in a template. */
  names: string[]
}

/**
 * The first paint. If the parser has moved markers (raw markup that closes what is around it), it is unknown what belongs
 * where: `moved` is told what was missing, and the root is emptied, to be painted again.
 */
export function adoptPage(
  root: Element,
  heard: (event: string) => void,
  moved: (cause: unknown) => void,
): Component[] {
  try {
    return adopt(root, heard).components
  } catch (cause) {
    moved(cause)
    const anchor = new Text()
    root.replaceChildren(anchor)
    return [createComponent(0, anchor)]
  }
}

/** Reads the element and what is in it, or a fragment; `heard` receives the name of every event that has a handler. */
export function adopt(root: Element | DocumentFragment, heard: (event: string) => void): Adopted {
  const components: Component[] = []
  const names: string[] = []
  if (root instanceof Element) adoptElement(root)
  else adoptSiblings(root.firstChild, '')
  return { components, names }

  function hear(name: string) {
    if (/^lv-/.test(name)) heard(name.slice(3))
  }

  function adoptElement(element: Element, around?: Row) {
    let row = around
    let childSlot: string | undefined
    for (const { name, value } of [...element.attributes]) {
      if (name === 'lv-r') row = adoptRow(value, element, element)
      else if (name === 'lv-s') {
        for (const place of value.split(' ')) {
          const [slot, attribute] = place.split(':') as [string, string?]
          const [, number] = enter(slot, element)
          if (!attribute) continue
          hear((names[number] = attribute))
          adoptGiven(element, attribute)
        }
      } else if (name === 'lv-t') childSlot = value
      else {
        hear(name)
        continue
      }
      element.removeAttribute(name)
    }
    // A copy of the chosen option, made by the browser.
    if (element.localName === 'selectedcontent') return
    if (childSlot === undefined) adoptSiblings(element.firstChild, '', row)
    else if (isTextElement(element)) enter(childSlot, element)
    else enterChildSlot(childSlot, adoptChildSlot(element, element.firstChild, '', row))
  }

  // Continues to the comment `stop`, and returns it. These nodes are the ends of the row `top`.
  function adoptSiblings(first: Node | null, stop: string, row?: Row, top?: Row): Node | null {
    let node = first
    while (node && !isComment(node, stop)) {
      let next = node.nextSibling
      if (isComment(node)) {
        if (node.data[0] === '[') next = adoptRange(node)
        else if (/^[\d. ]+$/.test(node.data)) next = adoptBetween(node, row)
      } else if (node instanceof Element) {
        if (top) node.telarRow = top
        adoptElement(node, row)
      }
      node = next
    }
    return node
  }

  /** A row between `<!--[57 1x9k3f 42-->` and `<!--]57-->`. Returns what follows. */
  function adoptRange(open: Comment): ChildNode | null {
    const marker = open.data.slice(1)
    const start = new Text()
    const end = new Text()
    open.replaceWith(start)
    const row = adoptRow(marker, start, end)
    const stop = `]${marker.split(' ')[0]}`
    known(adoptSiblings(start.nextSibling, stop, row, row), stop).replaceWith(end)
    return end.nextSibling
  }

  /** A child slot between `<!--5-->` and `<!--/5-->`. Returns what follows. */
  function adoptBetween(open: Comment, row?: Row): ChildNode | null {
    const anchor = adoptChildSlot(open.parentNode!, open.nextSibling, `/${open.data}`, row)
    enterChildSlot(open.data, anchor)
    open.remove()
    const close = known(anchor.nextSibling, `/${open.data}`)
    const next = close.nextSibling
    close.remove()
    return next
  }

  // Text stays as it is, rows are read; anything else came as raw markup and has no markers.
  function adoptChildSlot(parent: Node, first: Node | null, stop: string, row?: Row): Text {
    const anchor = new Text()
    const isRow =
      first instanceof Element
        ? first.hasAttribute('lv-r')
        : isComment(first) && first.data[0] === '['
    let end = isRow ? adoptSiblings(first, stop, row) : first
    let isText = true
    for (; end && !isComment(end, stop); end = end.nextSibling) {
      if (end instanceof Text) anchor.data += end.data
      else isText = false
    }
    if (!isRow && first !== end) {
      // The parser splits long text into several nodes; they are joined.
      if (isText) while (first !== end) first = take(first as ChildNode)
      else {
        anchor.data = ''
        parent.insertBefore((anchor.telarRaw = new Text()), first)
      }
    }
    parent.insertBefore(anchor, end)
    return anchor
  }

  function adoptRow(marker: string, firstNode: ChildNode, lastNode: ChildNode): Row {
    const [at, template = '', key = ''] = marker.split(' ') as [string, string?, string?]
    const [component, base] = enter(at, firstNode)
    const row = {
      component,
      base,
      numberedFrom: base,
      template,
      key: decodeURIComponent(key),
      firstNode,
      lastNode,
    }
    firstNode.telarRow = lastNode.telarRow = row
    return row
  }

  // A component that shows another component and nothing else shares its child slot.
  function enterChildSlot(markers: string, anchor: Text) {
    for (const marker of markers.split(' ')) enter(marker, anchor)
  }

  function enter(marker: string, node: Node): [Component, number] {
    const [slot, id = 0] = marker.split('.').reverse().map(Number) as [number, number?]
    const component = (components[id] ??= createComponent(id))
    component.slots[slot] = node
    return [component, slot]
  }
}

/** The end marker that belongs to a start marker. */
function known(node: Node | null, marker: string): ChildNode {
  if (node) return node as ChildNode
  throw new Error(`The parser moved <!--${marker}-->.`)
}

function take(node: ChildNode): ChildNode | null {
  const next = node.nextSibling
  node.remove()
  return next
}

const isComment = (node: Node | null, data?: string): node is Comment =>
  node instanceof Comment && (data === undefined || node.data === data)

// Their content is text to the parser, so a child slot in them is the element itself.
const isTextElement = (element: Element) => /^(textarea|title)$/.test(element.localName)
