/** Makes the ops that put a freshly built instance into the page. */
import type { Op } from '../protocol/ops.ts'
import { type Instance, RawContent, Region, Rows } from '../template/instances.ts'
import type { Patch } from './patch.ts'
import { release } from './release.ts'

/** One insert, then what its strings can't say: absent attributes, rows, markup, components. Rows that `crossed` are elsewhere. */
export function insertOps(
  list: number,
  row: Instance,
  before: number,
  patch: Patch,
  mount: Mount = mountOps,
  crossed?: ReadonlyMap<Instance, unknown>,
): void {
  const { template, base, key } = row
  if (crossed?.has(row)) {
    patch.ops.push({ op: 'move', base, before: before || list })
    return
  }
  const strings: string[] = []
  const after: (() => void)[] = []
  for (const index of template.valued) {
    const shown = row.shown[index]!
    const slot = base + 1 + index
    const kind = template.slots[index]!
    if (typeof shown === 'string') {
      strings.push(shown)
      continue
    }
    strings.push('')
    if (shown === null) {
      if (kind.kind === 'attribute') {
        after.push(() => patch.ops.push({ op: 'delAttr', slot, name: kind.name }))
      }
    } else if (shown instanceof Rows) {
      after.push(() => {
        for (const inner of shown.rows) insertOps(slot, inner, 0, patch, mount, crossed)
      })
    } else if (shown instanceof RawContent) {
      after.push(() => patch.ops.push({ op: 'setHTML', slot, html: shown.markup }))
    } else after.push(() => mount(slot, shown, patch))
  }
  patch.ops.push({ op: 'insert', list, tpl: template.number, base, before, key, strings })
  for (const step of after) step()
}

type Mount = (slot: number, region: Region, patch: Patch) => void

/** A component is put into a child slot. What it showed elsewhere is gone; its own diff shows it again. */
export function mountOps(slot: number, region: Region, patch: Patch): void {
  if (region.root !== '') {
    release(region.root, { region, frame: patch.frame })
    region.root = ''
    region.moved = true
  }
  patch.ops.push({ op: 'mount', slot, id: region.id })
}

/** The ops that build everything a page shows in an empty root slot: a full repaint. */
export function repaintOps(regions: readonly Region[], frame: number): Op[] {
  const ops: Op[] = []
  for (const region of regions) {
    if (region.id !== 0) ops.push({ op: 'component', id: region.id })
    showRoot(region, { region, frame, ops }, mountOnly)
  }
  return ops
}

/** The ops that build what one component shows, in its empty root slot. */
export function showRoot(region: Region, patch: Patch, mount: Mount): void {
  const { root } = region
  if (root instanceof Rows) for (const row of root.rows) insertOps(0, row, 0, patch, mount)
  else if (root instanceof RawContent) patch.ops.push({ op: 'setHTML', slot: 0, html: root.markup })
  else if (root instanceof Region) mount(0, root, patch)
  else if (root !== '') patch.ops.push({ op: 'setText', slot: 0, text: root })
}

// In a repaint every component has its own part; nothing of it is removed.
const mountOnly: Mount = (slot, region, patch) => {
  patch.ops.push({ op: 'mount', slot, id: region.id })
}
