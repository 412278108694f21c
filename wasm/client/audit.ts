/** Checks in idle time whether the page still shows what it was told; the server asks for it after some silence. */
import { bytesHash } from '../../engine/protocol/hash.ts'
import { aside, elementOf, FOREIGN } from './changes.ts'
import type { Component, Row } from './table.ts'
import type { Tools } from './tools.ts'

/** A slot whose text or attribute has changed, or the base of a row whose nodes are gone. */
export type Found = [component: number, slot: number]

/** The most places in one answer. */
const MAX_FOUND = 50
/** Milliseconds at a time, so that no event has to wait for it. */
const STRETCH = 3

/** `root` is the page's first component; the others are found inside it. */
export async function audit(root: Component, { rowsIn }: Tools): Promise<Found[]> {
  const found = new Map<string, Found>()
  const components = new Set([root])
  let until = await idle()
  for (const component of components) {
    for (let slot = 0; slot < component.slots.length && found.size < MAX_FOUND; slot++) {
      if (performance.now() > until) until = await idle()
      const node = component.slots[slot]
      if (node instanceof Text) for (const row of rowsIn(node)) components.add(row.component)
      const place = node && lostAt(component, slot, node)
      if (place && !isToldAgain(component, slot, place)) found.set(place.join(), place)
    }
  }
  return [...found.values()]
}

/** By component and slot: the hash of what was repaired there. */
const mended = new WeakMap<Component, number[]>()

// A script that overwrites a repair, such as a translator, will do so every time: leave it alone until there is a new value.
function isToldAgain(component: Component, slot: number, place: Found): boolean {
  const told = mended.get(component) ?? []
  mended.set(component, told)
  const before = told[slot]
  told[slot] = component.hashes[slot]!
  return place[1] === slot && told[slot] === before
}

const idle = () =>
  new Promise<number>((resolve) => {
    const go = () => resolve(performance.now() + STRETCH)
    // If nothing is painted, a browser may not call back for half a minute.
    if (!window.requestIdleCallback?.(go, { timeout: 2_000 })) setTimeout(go)
  })

// Hashes are computed in JavaScript: WASM could only read a text of the page after encoding it.
function lostAt(component: Component, slot: number, node: Node): Found | undefined {
  const hash = component.hashes[slot]
  const row = rowOf(component, slot)
  // Meanwhile a repaint may have replaced these components. A translator's replacement counts as the same text.
  if (!hash || row?.component !== component || isTranslated(node)) return undefined
  if (aside.has(node.getRootNode())) return undefined
  const own = elementOf(node)
  if (!node.isConnected || !row.firstNode.isConnected) {
    if (own && isForeign(own)) return undefined
    if (row.firstNode.isConnected && holdsForeign(row)) return undefined
    mend(row)
    return [component.id, row.base]
  }
  if (isForeign(own!) || node.telarRaw) return undefined
  const isSame =
    node instanceof Text
      ? hashOf(node.data) === hash
      : isField(node as Element) || hasAttribute(node as Element, hash)
  return isSame ? undefined : [component.id, slot]
}

const isTranslated = ({ telarStandIns }: Node) => telarStandIns?.some((one) => one.isConnected)

// The other implementation, in hash.ts, is for speed.
const encoder = new TextEncoder()
const hashOf = (text: string) => bytesHash(encoder.encode(text))

// The attribute's name is not kept; it is nearly certain that the one with this text is meant.
const hasAttribute = ({ attributes }: Element, hash: number) =>
  [...attributes].some(({ value }) => hashOf(value) === hash)

// Their content belongs to the visitor.
const isField = ({ localName }: Element) => /^(textarea|title|details|dialog)$/.test(localName)

/** Whether others may write there: scripts of the page, the visitor, drivers, commands. */
function isForeign(element: Element): boolean {
  if (element.closest(FOREIGN)) return true
  for (let at: Element | null = element; at; at = at.parentElement) if (isWritten(at)) return true
  return false
}

// The place of a missing node is unknown: it may have been in such an element.
function holdsForeign({ firstNode }: Row): boolean {
  const around = elementOf(firstNode)!
  const inside = [...around.querySelectorAll('*')]
  return isForeign(around) || inside.some((one) => one.matches(FOREIGN) || isWritten(one))
}

// Commands and drivers leave this mark.
const isWritten = ({ telarGiven }: Element) =>
  Object.keys(telarGiven ?? {}).some((name) => name[0] === '@')

// The base of an instance comes directly before its slots.
function rowOf({ slots }: Component, slot: number): Row | undefined {
  let base = slot
  while (base > 0 && slots[base]?.telarRow?.base !== base) base--
  return slots[base]?.telarRow
}

// A row is removed from its first node to its last one: without the last, everything after it would be removed too.
function mend(row: Row) {
  const { firstNode, lastNode } = row
  if (firstNode === lastNode || firstNode.isConnected === lastNode.isConnected) return
  const isOwn = (node: ChildNode | null) => node?.telarRow === row
  if (lastNode.isConnected) {
    let start = lastNode
    while (isOwn(start.previousSibling)) start = start.previousSibling!
    start.before(firstNode)
  } else {
    let end = firstNode
    while (isOwn(end.nextSibling)) end = end.nextSibling!
    end.after(lastNode)
  }
}
