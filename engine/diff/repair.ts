/** Sends again what a tab has lost: the value of one slot, or a whole row whose nodes are gone. */
import type { Op } from '../protocol/ops.ts'
import { type ChildContent, type Region, Rows, StreamRows } from '../template/instances.ts'
import { attributeOp } from './attribute-op.ts'
import { insertOps, showRoot } from './insert.ts'
import type { Patch } from './patch.ts'

/** Nothing if the slot no longer exists, or its text is not known. */
export function repairOps(region: Region, slot: number, frame: number): Op[] {
  const ops: Op[] = []
  if (region.packed !== undefined) return ops
  const found = find(0, region.root, slot)
  if (!found) return ops
  const { list, rows, at } = found
  const row = rows.rows[at]!
  const index = slot - row.base - 1
  if (index === -1) return rows instanceof StreamRows ? ops : rowOps(region, list, rows, at, frame)
  const place = row.template.slots[index]!
  const value = row.shown[index]
  if (place.kind === 'child' && typeof value === 'string')
    ops.push({ op: 'setText', slot, text: value })
  if (place.kind !== 'attribute' || place.property || value === undefined) return ops
  return [...ops, attributeOp(slot, place, null, value as string | null)]
}

/** The row is removed and inserted again, with everything in it. */
function rowOps(region: Region, list: number, { rows }: Rows, at: number, frame: number): Op[] {
  const patch: Patch = { region, frame, ops: [] }
  const row = rows[at]!
  patch.ops.push({ op: 'remove', base: row.base })
  const inside: Region[] = []
  const mount = (slot: number, child: Region, { ops }: Patch) => {
    ops.push({ op: 'mount', slot, id: child.id })
    inside.push(child)
  }
  insertOps(list, row, rows[at + 1]?.base ?? 0, patch, mount)
  for (const child of inside) {
    if (child.packed !== undefined) return []
    patch.ops.push({ op: 'component', id: child.id })
    showRoot(child, { ...patch, region: child }, mount)
  }
  return patch.ops
}

function find(
  list: number,
  childSlot: ChildContent | null | undefined,
  slot: number,
): Found | undefined {
  if (!(childSlot instanceof Rows)) return undefined
  for (const [at, { base, template, shown }] of childSlot.rows.entries()) {
    if (slot >= base && slot <= base + template.slots.length) return { list, rows: childSlot, at }
    for (const [index, inner] of shown.entries()) {
      const found = find(base + 1 + index, inner as ChildContent, slot)
      if (found) return found
    }
  }
  return undefined
}

interface Found {
  list: number
  rows: Rows
  at: number
}
