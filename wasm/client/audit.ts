/** Looks, in idle time, whether the page still shows what it was told; when the server asks, after a while of silence. */
import { bytesHash } from '../../engine/protocol/hash.ts'
import { FOREIGN } from './changes.ts'
import type { Component, Row } from './table.ts'
import type { Tools } from './tools.ts'

/** A slot whose text or attribute is another one, or the base of a row whose nodes are gone. */
export type Found = [component: number, slot: number]

/** What one answer may hold. */
const MAX_FOUND = 50
/** Milliseconds at a stretch, so that nobody waits for it. */
const STRETCH = 3

/** `root` is the page's first component; the others are found in it. */
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

/** By component and slot: the hash of what was mended there. */
const mended = new WeakMap<Component, number[]>()

// Who writes again over what was mended, as a translator does, writes again and again: let be until there is a new value.
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
    // Where nothing is painted a browser may not call for half a minute.
    if (!window.requestIdleCallback?.(go, { timeout: 2_000 })) setTimeout(go)
  })

// Hashes are compared in JavaScript: a text of the page would have to be encoded before WASM could read it.
function lostAt(component: Component, slot: number, node: Node): Found | undefined {
  const hash = component.hashes[slot]
  const row = rowOf(component, slot)
  // Meanwhile a repaint may have put other components in the place of these. What a translator has put in its place says the same.
  if (!hash || row?.component !== component || isTranslated(node)) return undefined
  const own = node instanceof Element ? node : node.parentElement
  if (!node.isConnected || !row.first.isConnected) {
    if (own && isForeign(own)) return undefined
    if (row.first.isConnected && holdsForeign(row)) return undefined
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

// The other way of hash.ts, by its letters, is for those in a hurry.
const encoder = new TextEncoder()
const hashOf = (text: string) => bytesHash(encoder.encode(text))

// The name of an attribute is not kept; that one of them has the text is as good as sure.
const hasAttribute = ({ attributes }: Element, hash: number) =>
  [...attributes].some(({ value }) => hashOf(value) === hash)

// What stands in them is the visitor's.
const isField = ({ localName }: Element) => /^(textarea|title|details|dialog)$/.test(localName)

/** Whether others may write there: scripts of the page, the visitor, drivers, commands. */
function isForeign(element: Element): boolean {
  if (element.closest(FOREIGN)) return true
  for (let at: Element | null = element; at; at = at.parentElement) if (isWritten(at)) return true
  return false
}

// Where a node stood that is gone can't be told: it may have been theirs.
function holdsForeign({ first }: Row): boolean {
  const around = first instanceof Element ? first : first.parentElement!
  const inside = [...around.querySelectorAll('*')]
  return isForeign(around) || inside.some((one) => one.matches(FOREIGN) || isWritten(one))
}

// As commands and drivers note it.
const isWritten = ({ telarGiven }: Element) =>
  Object.keys(telarGiven ?? {}).some((name) => name[0] === '@')

// The base of the instance that a slot is of stands right before its slots.
function rowOf({ slots }: Component, slot: number): Row | undefined {
  let base = slot
  while (base > 0 && slots[base]?.telarRow?.base !== base) base--
  return slots[base]?.telarRow
}

// A row is taken out from its first node to its last one: without the last, all that follows would go too.
function mend(row: Row) {
  const { first, last } = row
  if (first === last || first.isConnected === last.isConnected) return
  const isOwn = (node: ChildNode | null) => node?.telarRow === row
  if (last.isConnected) {
    let start = last
    while (isOwn(start.previousSibling)) start = start.previousSibling!
    start.before(first)
  } else {
    let end = first
    while (isOwn(end.nextSibling)) end = end.nextSibling!
    end.after(last)
  }
}
