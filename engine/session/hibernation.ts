/** Packs what a tab shows while nothing happens, and tells it again from state when something does. */
import type { ComponentNode } from '../component/node.ts'
import { recall } from '../diff/recall.ts'
import { pack } from '../template/packed.ts'

/** Packs every view that can be; false when none was. */
export function hibernate(nodes: Iterable<ComponentNode>): boolean {
  let isPacked = false
  for (const node of nodes) {
    node.texts = undefined
    if (!canSleep(node)) continue
    const { region } = node
    region.packed = pack(region.root)
    if (region.packed === undefined) continue
    region.root = ''
    node.view = ''
    isPacked = true
  }
  return isPacked
}

/** Runs every view that was packed again by `refresh`, on the state that it was shown with. */
export function wake(
  nodes: Iterable<ComponentNode>,
  refresh: () => void,
  isKept: (node: ComponentNode) => boolean,
): void {
  const asleep = [...nodes].filter(({ region }) => region.packed !== undefined)
  const changed = new Set(asleep.filter(({ dirty }) => dirty))
  for (const node of asleep) node.dirty = true
  refresh()
  for (const node of asleep) {
    // Code outside of any turn may have changed it meanwhile: then its handlers are not those that were shown.
    recall(node.region, node.view, isKept(node))
    node.isSilent = !changed.has(node)
  }
}

// A view that holds other components gives them props when it runs, which they would hear of.
function canSleep(node: ComponentNode): boolean {
  const { region } = node
  return (
    node.life === 'mounted' &&
    !node.dirty &&
    !node.fresh &&
    !node.starting &&
    !node.failedStart &&
    !node.failure &&
    !node.lists &&
    (node.awaited?.size ?? 0) === 0 &&
    node.children.size === 0 &&
    !node.holdsPieces &&
    !region.moved &&
    region.gone.length === 0 &&
    region.streams.size === 0
  )
}
