/** Calls `mounted` and `updated` of components whose newest views are in the page. */
import type { ComponentNode } from '../component/node.ts'
import type { ComponentTree } from '../component/tree.ts'

/** Children are called before their parents. Returns those whose hook threw, if a boundary shows the failure. */
export function tellShown(shown: readonly ComponentNode[], tree: ComponentTree): ComponentNode[] {
  const failed: ComponentNode[] = []
  const tell = (node: ComponentNode) => {
    if (callHook(node, tree)) failed.push(node)
  }
  if (shown.length === 1) tell(shown[0]!)
  else {
    const all = new Set(shown)
    for (const node of [...tree.root.walkUp()]) if (all.has(node)) tell(node)
  }
  return failed
}

function callHook(node: ComponentNode, tree: ComponentTree): boolean {
  const { life } = node
  const hook = life.phase === 'mounted' ? 'updated' : 'mounted'
  life.mounted()
  try {
    node.component[hook]?.()
    return false
  } catch (error) {
    // An error in a hook undoes nothing: the view is already shown.
    return tree.fail(node, error, hook)
  }
}
