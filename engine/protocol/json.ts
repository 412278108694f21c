/** The JSON encoding of the same protocol, both directions. */

import type { FrameOptions } from './encode-ops.ts'
import { ProtocolError } from './errors.ts'
import type { Json, Op, Up } from './ops.ts'
import { checkUp, isWhole, numbered } from './up.ts'

/** Markup of an instance with absolute markers; the template room knows how to write it. */
type InsertMarkup = (component: number, insert: Extract<Op, { op: 'insert' }>) => string

/** One frame as JSON text. `markup` writes what an `insert` puts into the page. */
export function encodeJson(
  ops: readonly Op[],
  options: FrameOptions,
  markup: InsertMarkup,
): string {
  const operations: Json[] = []
  let component = 0
  let first: number | undefined
  for (const op of ops) {
    if (op.op === 'component') {
      component = op.id
      continue
    }
    const operation = twin(op, component, markup)
    if (operation === undefined) continue
    first ??= component
    operations.push(operation)
  }
  return JSON.stringify({
    type: 'update',
    component: first ?? 0,
    ...(options.number ? { frame: options.number } : {}),
    ...(options.acknowledged === undefined ? {} : { acknowledged: options.acknowledged }),
    ...(options.repaint ? { repaint: true } : {}),
    operations,
  })
}

/** A tab's JSON message as a checked value. */
export function decodeJson(text: string): Up {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ProtocolError(
      'frame-malformed',
      `Expected JSON, received ${JSON.stringify(text.slice(0, 40))}.`,
    )
  }
  const { type, seq } = (value ?? {}) as { type?: unknown; seq?: unknown }
  const isNumbered = type === 'event' && isWhole(seq)
  return isNumbered ? numbered(seq, () => checkUp(value)) : checkUp(value)
}

/** A slot as markup and JSON name it: `slot` in component 0, `component.slot` elsewhere. */
export const marker = (component: number, slot: number) =>
  component === 0 ? String(slot) : `${component}.${slot}`

function twin(
  op: Exclude<Op, { op: 'component' }>,
  component: number,
  markup: InsertMarkup,
): Json | undefined {
  const at = (slot: number) => marker(component, slot)
  const next = (base: number) => (base === 0 ? null : at(base))
  switch (op.op) {
    case 'setText':
      return { type: 'setText', target: at(op.slot), value: op.text }
    case 'setAttr':
      return { type: 'setAttribute', target: at(op.slot), name: op.name, value: op.text }
    case 'delAttr':
      return { type: 'removeAttribute', target: at(op.slot), name: op.name }
    case 'setProp':
      return { type: 'setProperty', target: at(op.slot), name: op.name, value: op.value }
    case 'class':
      return { type: 'setClass', target: at(op.slot), name: op.name, on: op.on }
    case 'setHTML':
      return { type: 'setHTML', target: at(op.slot), value: op.html }
    case 'insert':
      return {
        type: 'insert',
        target: at(op.list),
        before: next(op.before),
        value: markup(component, op),
      }
    case 'move':
      return { type: 'move', target: at(op.base), before: next(op.before) }
    case 'remove':
      return { type: 'remove', target: at(op.base) }
    case 'order':
      return { type: 'order', target: at(op.list), rows: op.bases.map(at) }
    case 'mount':
      return { type: 'mount', target: at(op.slot), component: op.id }
    case 'unmount':
      return { type: 'unmount', component: op.id }
    case 'event':
      return { type: 'event', target: marker(component, 0), name: op.name, value: op.detail }
    case 'drive':
      return {
        type: op.kind,
        target: op.target === '' ? marker(component, 0) : `#${op.target}`,
        name: op.name,
        value: op.value,
      }
    case 'read':
      return {
        type: 'read',
        id: op.id,
        kind: op.kind,
        target: op.target === '' ? marker(component, 0) : `#${op.target}`,
        name: op.name,
      }
    case 'signal':
      return { type: 'signal', kind: op.kind, value: op.value }
    case 'template':
    case 'name':
      return undefined
    default:
      return op satisfies never
  }
}
