/** Starts a component: calls its `start`, or loads its module, and notes a failure of either. */
import { faultOf } from './fault.ts'
import { loadModule } from './lazy.ts'
import type { ComponentNode } from './node.ts'

/** `settled` is called when an asynchronous start has settled. Who is told of a failure is decided when the view would run. */
export function startNode(node: ComponentNode, isRestored: boolean, settled: () => void): void {
  const loading = loadModule(node.component)
  const failed = (error: unknown) => {
    const fault = faultOf(error, node.name, loading ? 'import' : 'start')
    node.failedStart = { fault, isTold: false }
  }
  const done = () => {
    node.starting = undefined
    settled()
  }
  try {
    const starting = loading ?? (isRestored ? undefined : node.component.start?.())
    if (!(starting instanceof Promise)) return
    node.starting = starting.then(done, (error) => {
      failed(error)
      done()
    })
  } catch (error) {
    failed(error)
  }
}
