/** Packs what an idle tab shows, and restores it from state when something happens. */
import type { ComponentNode } from '../component/node.ts'
import { rehydrate } from '../diff/rehydrate.ts'
import { pack } from '../template/packed.ts'

/** Packs every view that can be packed; false when none was. */
export function hibernate(nodes: Iterable<ComponentNode>): boolean {
  let isPacked = false
  for (const node of nodes) {
    node.snapshot.forgetRows()
    if (!canSleep(node)) continue
    const { region } = node
    region.packed = pack(region.root)
    if (region.packed === undefined) continue
    region.root = ''
    node.rendering.pack()
    isPacked = true
  }
  return isPacked
}

/** Calls `refresh` to run every packed view again, on the state that it was shown with. */
export function wake(
  nodes: Iterable<ComponentNode>,
  refresh: () => void,
  isKept: (node: ComponentNode) => boolean,
): void {
  const asleep = [...nodes].filter(({ region }) => region.packed !== undefined)
  const changed = new Set(asleep.filter(({ rendering }) => rendering.isDirty))
  for (const { rendering } of asleep) rendering.invalidate()
  refresh()
  for (const node of asleep) {
    // Code outside of any turn may have changed it meanwhile: then its handlers are not those that were shown.
    rehydrate(node.region, node.rendering.view, isKept(node))
    if (!changed.has(node)) node.rendering.restored()
  }
}

// When a view with child components runs, it passes them props, which they would notice.
function canSleep(node: ComponentNode): boolean {
  const { region, rendering, life } = node
  return (
    life.isSettled &&
    !rendering.isDirty &&
    rendering.news === 'none' &&
    !rendering.lists &&
    rendering.children.size === 0 &&
    !rendering.holdsPieces &&
    !region.moved &&
    region.gone.length === 0 &&
    region.streams.size === 0
  )
}
