/** Makes the ops for what drivers have drawn, each write in its component. */
import type { ComponentNode } from '../component/node.ts'
import type { Json, Op } from '../protocol/ops.ts'
import type { PlacedWrite } from './overlays.ts'

export function driveOps(
  writes: readonly PlacedWrite[],
  nodes: Iterable<ComponentNode>,
): readonly Op[] {
  if (writes.length === 0) return []
  const ids = new Map<string, number>()
  for (const { path, region } of nodes) ids.set(path, region.id)
  const ops = writes.flatMap(({ path, write }): Op[] => [
    { op: 'component', id: ids.get(path) ?? 0 },
    { op: 'drive', ...write, value: write.value as Json },
  ])
  return [...ops, { op: 'component', id: 0 }]
}
