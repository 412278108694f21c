/** Paints the reader's page once, in a process that is thrown away, to see whether it can be painted at all. */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Problem } from '../types.ts'
import { serverDoor } from './engine.ts'
import { faultProblem, toProblem } from './fault.ts'
import { loadPages } from './load.ts'
import type { BuiltFiles } from './wire.ts'

// What `start` waits for may be slow; what it says before that is enough here.
const START_MS = 200

/**
 * The problems that keep the page from being painted. A fault that an error boundary shows is none.
 * Not done in the process that serves: `start` would run there once more than there are visitors.
 */
export async function rehearse(build: BuiltFiles): Promise<Problem[]> {
  const loaded = await loadPages(build)
  if ('problems' in loaded) return loaded.problems
  const files = Object.keys(build.outputs)
  const page = loaded.pages.find(({ path }) => !path.includes(':'))
  if (!page) return []
  const faults: Problem[] = []
  try {
    const { telar, silentLogger } = await serverDoor()
    const live = telar({
      pages: loaded.pages,
      logger: silentLogger,
      limits: { startWait: START_MS },
      onFault: (fault) => faults.push(faultProblem(fault, files)),
    })
    const request = Object.assign(new IncomingMessage(new Socket()), {
      method: 'GET',
      url: page.path,
    })
    const response = new ServerResponse(request)
    await live.handle(request, response)
    if (response.statusCode < 500) return []
    return faults.length > 0 ? faults : [unexplained]
  } catch (error) {
    return [toProblem(error, { files })]
  }
}

const unexplained: Problem = {
  owner: 'engine',
  code: 'paint-failed',
  message: 'The first paint of the page failed, and the engine did not say why.',
  source: 'runtime',
}
