/** What visitors' events say of their fields: the tab shows that, whatever it was sent before. */
import { findInstance } from '../diff/find.ts'
import { bringsField } from '../protocol/fields.ts'
import type { Op, UpEvent } from '../protocol/ops.ts'
import type { Instance, Region } from '../template/instances.ts'
import type { AttributeSlot } from '../template/template.ts'

interface Note {
  seq: number
  region: Region
  instance: Instance
  index: number
  /** The last frame before the event was handled. */
  frame: number
}

const NONE: readonly Note[] = []

export class Typed {
  notes = NONE

  /**
   * Replaces what was sent with what an event has brought, so that the next diff compares with that. The result undoes it:
   * if the event fails, the tab keeps the text as one that no handler has received.
   */
  note(
    region: Region,
    { instance, index: handler }: { instance: Instance; index: number },
    { seq, event, data }: UpEvent,
    frame: number,
  ): () => void {
    const { slots } = instance.template
    const place = slots[handler]
    const undo: (() => void)[] = []
    if (place?.kind === 'handler' && bringsField(event, data.checked !== undefined)) {
      for (const [index, slot] of slots.entries()) {
        if (slot.kind !== 'attribute' || !slot.property || slot.tag !== place.tag) continue
        const before = instance.shown[index]
        const brought = broughtTo(slot, before, data)
        if (brought === undefined) continue
        instance.shown[index] = brought
        region.mayDiffer = true
        this.notes = [...this.notes, { seq, region, instance, index, frame }]
        undo.push(() => {
          if (instance.shown[index] === brought) instance.shown[index] = before
        })
      }
    }
    return () => {
      for (const one of undo) one()
      this.notes = this.notes.filter((one) => one.seq !== seq)
    }
  }

  /**
   * `frame` answers events up to `kept`. A tab reads an answer without a value as accepting what it sent, so values sent while the
   * handler ran are sent again.
   */
  again(kept: number, frame: number, nodes: Iterable<{ region: Region }>): Op[] {
    const ops: Op[] = []
    const regions = new Set(Array.from(nodes, ({ region }) => region))
    const answered = this.notes.filter((one) => one.seq <= kept)
    this.notes = this.notes.filter((one) => one.seq > kept)
    for (const { region, instance, index, frame: before } of answered) {
      const sent = instance.sent?.get(index) ?? 0
      if (sent <= before || sent >= frame || !regions.has(region)) continue
      const slot = instance.base + 1 + index
      if (findInstance(region, slot) !== instance) continue
      const { name } = instance.template.slots[index] as AttributeSlot
      const value = JSON.parse((instance.shown[index] as string | null | undefined) ?? 'null')
      ops.push({ op: 'component', id: region.id }, { op: 'setProp', slot, name, value })
    }
    return ops.length > 0 ? [...ops, { op: 'component', id: 0 }] : ops
  }
}

function broughtTo(
  { name }: AttributeSlot,
  before: Instance['shown'][number],
  { value, values, checked }: UpEvent['data'],
): string | undefined {
  if (name === 'checked') return JSON.stringify(checked)
  if (name !== 'value') return undefined
  const isList = typeof before === 'string' && before[0] === '['
  return JSON.stringify(isList ? values : value)
}
