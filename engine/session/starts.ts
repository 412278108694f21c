/** Runs a page's views until every `start` has settled, or until their time is over. */
import type { ComponentTree } from '../component/tree.ts'
import type { Surroundings } from './options.ts'

/**
 * @throws what a view without a boundary threw, and what a `start` of a new page threw. A view that failed before a take-over
 * showed nothing there: the page continues without it, as before.
 */
export async function settleStarts(
  tree: ComponentTree,
  { clock, limits }: Surroundings,
  isTakenUp: boolean,
): Promise<void> {
  const deadline = clock.now() + limits.startWait
  refresh(tree, isTakenUp)
  for (let busy = tree.awaited(); busy.length > 0; busy = tree.awaited()) {
    const left = deadline - clock.now()
    if (left <= 0) break
    let cancel = () => {}
    const over = new Promise<void>((resolve) => {
      cancel = clock.timer(left, resolve)
    })
    await Promise.race([Promise.all(busy), over]).finally(cancel)
    refresh(tree, isTakenUp)
  }
}

function refresh(tree: ComponentTree, isTakenUp: boolean) {
  try {
    tree.refresh()
  } catch (error) {
    const isStart = tree.nodes().some(({ life }) => life.startFault?.error === error)
    if (!isStart || !isTakenUp || isGuarded(tree, error)) throw error
  }
}

// A page without a part that its visitor may not see would be another page.
const isGuarded = (tree: ComponentTree, error: unknown) =>
  tree
    .nodes()
    .some(
      ({ life: { startFault } }) => startFault?.error === error && startFault?.during === 'guard',
    )
