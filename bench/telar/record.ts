/** Records what the real server sends for a run of steps, acknowledgements included. */
import { memoryStore, serve, silentLogger } from 'telar/server'
import { firstView, type Step } from '../fixture/steps.ts'
import { scriptedPage } from './scripted.ts'
import { Tab } from './tab.ts'

/** What a tab is given to apply, in base64: the document, the welcome, and a step's frames. */
export interface Recording {
  readonly document: string
  readonly welcome: string
  readonly frames: readonly (readonly string[])[]
}

/** The views of all steps, as one session shows them; a step of a take-over is a repaint for a tab that knows nothing. */
export async function record(steps: readonly Step[]): Promise<Recording> {
  const views = [firstView(), ...steps.map(({ view }) => view)]
  const server = await serve({
    pages: [scriptedPage('steps', views)],
    port: 0,
    store: memoryStore(),
    logger: silentLogger,
    limits: { messagesPerSecond: 1e6 },
  })
  try {
    const tab = await Tab.open(server.address, '/steps')
    const [welcome] = await tab.join()
    const next = tab.handlers().at(-1)!
    const frames: string[][] = []
    for (const step of steps) {
      const frame = await tab.click(next)
      if (!step.takeOver) {
        frames.push([base64(frame)])
        continue
      }
      await tab.lose()
      frames.push((await tab.join(false)).map(base64))
    }
    tab.close()
    return { document: tab.document, welcome: base64(welcome!), frames }
  } finally {
    await server.close()
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
