/** What a visitor sees of a view, as text: each client's own ids, markers and comments left out. */

/** Two views with the same shape look the same and are built the same. */
export function shapeOf(element: Element): string {
  const attributes = SHOWN.map((name) => element.getAttribute(name) ?? '').join('|')
  let text = `<${element.localName} ${attributes}>`
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.ELEMENT_NODE) text += shapeOf(node as Element)
    else if (node.nodeType === Node.TEXT_NODE) text += (node as Text).data
  }
  return text
}

const SHOWN = ['class', 'aria-hidden']
