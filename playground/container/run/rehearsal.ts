/** A thread that paints the reader's page once, before the process itself serves that page. */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { parentPort } from 'node:worker_threads'
import type { Problem } from '../types.ts'
import { placedInView } from './definition.ts'
import { engineDoor, serverDoor } from './engine.ts'
import { faultProblem, toProblem } from './fault.ts'
import { loadModule, loadPages } from './load.ts'
import type { BuiltFiles } from './process-messages.ts'

// What `start` waits for may be slow; what happens before that is enough here.
const START_MS = 200

parentPort?.once('message', async (build: BuiltFiles) => {
  parentPort?.postMessage(await paintProblems(build))
})

// Loaded in advance.
await Promise.all([engineDoor(), serverDoor()])

// The problems that keep the page from being painted. A fault that an error boundary shows is not one.
async function paintProblems(build: BuiltFiles): Promise<Problem[]> {
  const loaded = await loadPages(build)
  // The process itself will have the same fault and report it.
  if ('problems' in loaded) return []
  const files = Object.keys(build.outputs)
  const page = loaded.pages.find(({ path }) => !path.includes(':'))
  if (!page) return []
  const faults: Problem[] = []
  try {
    const { createHandler, silentLogger } = await serverDoor()
    const live = createHandler({
      pages: loaded.pages,
      logger: silentLogger,
      limits: { startWait: START_MS },
      onFault: (fault) => faults.push(placedInView(faultProblem(fault, files), build)),
    })
    const request = Object.assign(new IncomingMessage(new Socket()), {
      method: 'GET',
      url: page.path,
    })
    const response = new ServerResponse(request)
    await live.handle(request, response)
    if (response.statusCode < 500) return []
    if (faults.length > 0) return faults
    return [(await constructionProblem(build, files)) ?? unexplained]
  } catch (error) {
    return [toProblem(error, { files })]
  }
}

// An error in a field's initialiser belongs to no handler, so the engine names none.
async function constructionProblem(
  build: BuiltFiles,
  files: string[],
): Promise<Problem | undefined> {
  const { default: view } = await loadModule(build, build.entry)
  if (typeof view !== 'function') return undefined
  try {
    Reflect.construct(view, [])
    return undefined
  } catch (error) {
    return toProblem(error, { files, component: view.name })
  }
}

const unexplained: Problem = {
  owner: 'engine',
  code: 'paint-failed',
  message: 'The first paint of the page failed, and the engine did not say why.',
  source: 'runtime',
}
