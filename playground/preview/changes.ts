/** PURE: which elements a change touched, from the browser's records: in a preview, and in a testing tab's window. */

/** What a `MutationRecord` says, as far as it is used. */
export interface ChangeRecord {
  readonly type: string
  readonly target: Node
  readonly addedNodes: ArrayLike<Node>
  readonly removedNodes: ArrayLike<Node>
}

/**
 * The elements that changed, each once, in the order in which they changed: that of a new text, that of a changed attribute, each that was added
 * or removed. One that was added with what is in it counts alone, and one that only moved counts too.
 */
export function changedElements(records: readonly ChangeRecord[]): Element[] {
  const changed = new Set<Element>()
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (type === 'attributes') changed.add(target as Element)
    else if (type === 'characterData') add(changed, target.parentNode)
    else
      for (const node of [...Array.from(addedNodes), ...Array.from(removedNodes)]) {
        if (isElement(node)) changed.add(node)
        // Comments mark places and are seen by nobody.
        else if (node.nodeType === TEXT) add(changed, target)
      }
  }
  return [...changed].filter((one) => !isWithin(one, changed))
}

/** Their tag names, joined with `+`; `none` if nothing changed. */
export const tagsOf = (elements: readonly Element[]) =>
  elements.map(({ localName }) => localName).join('+') || 'none'

/** An attribute by which the engine marks an element for a moment: `lv-pending` while an event waits for its answer. */
export const isMark = (attribute: string | null) => attribute?.startsWith('lv-') ?? false

const TEXT = 3
const isElement = (node: Node): node is Element => node.nodeType === 1

function add(changed: Set<Element>, node: Node | null) {
  if (node && isElement(node)) changed.add(node)
}

// A list whose row is new has not changed itself; a new row with a new text in it is one change.
function isWithin(element: Element, changed: ReadonlySet<Element>): boolean {
  for (let above = element.parentElement; above; above = above.parentElement) {
    if (changed.has(above)) return true
  }
  return false
}
