/** Sends what a first paint can't express: properties that no attribute initialises. */
import type { Op } from '../protocol/ops.ts'
import { type ChildContent, type Region, Rows } from '../template/instances.ts'
import { isPainted } from '../template/paint.ts'

/** One op for each such property of the page as it was painted. */
export function unpaintedOps(regions: readonly Region[]): Op[] {
  const ops: Op[] = []
  for (const region of regions) {
    const own = propertiesIn(region.root)
    if (own.length > 0) ops.push({ op: 'component', id: region.id }, ...own)
  }
  return ops
}

function propertiesIn(child: ChildContent): Op[] {
  if (!(child instanceof Rows)) return []
  return child.rows.flatMap(({ template, base, shown }) =>
    template.slots.flatMap((slot, i): Op[] => {
      const value = shown[i]!
      if (slot.kind === 'child') return propertiesIn(value as ChildContent)
      if (slot.kind !== 'attribute' || !slot.property) return []
      // The value of a <select> may belong to options that come later.
      const isChoice = slot.element === 'select' && slot.name === 'value'
      if (isPainted(slot) && !isChoice) return []
      if (typeof value !== 'string' || value === 'null') return []
      return [{ op: 'setProp', slot: base + 1 + i, name: slot.name, value: JSON.parse(value) }]
    }),
  )
}
