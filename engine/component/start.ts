/** Starts a component: calls its `start`, or loads its module, and notes a failure of either. */
import { faultOf } from './fault.ts'
import { loadModule } from './lazy.ts'
import type { ComponentNode } from './node.ts'

/** `settled` is called when an asynchronous start has settled. Who is told of a failure is decided when the view would run. */
export function startNode(node: ComponentNode, isRestored: boolean, settled: () => void): void {
  const loading = loadModule(node.component)
  const { life } = node
  const failed = (error: unknown) =>
    life.startFailed(faultOf(error, node.name, loading ? 'import' : 'start'))
  try {
    const starting = loading ?? (isRestored ? undefined : node.component.start?.())
    if (!(starting instanceof Promise)) return
    const done = starting.then(
      () => {
        life.started()
        settled()
      },
      (error) => {
        failed(error)
        settled()
      },
    )
    life.starts(done)
  } catch (error) {
    failed(error)
  }
}
