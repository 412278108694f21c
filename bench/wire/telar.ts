/** Bytes of our messages, as they cross a real socket. */
import { memoryStore, serve, silentLogger } from 'telar/server'
import { CASES, type Case } from '../fixture/cases.ts'
import { scriptedPage } from '../telar/scripted.ts'
import { Tab } from '../telar/tab.ts'
import { type Bytes, ROUNDS, viewsOf } from './rounds.ts'

/** Telar's messages, acknowledgement included; of a take-over the welcome and the page. */
export async function measureTelar(): Promise<Bytes[]> {
  const server = await serve({
    pages: CASES.map((one) => scriptedPage(one.name, viewsOf(one))),
    port: 0,
    store: memoryStore(),
    logger: silentLogger,
    limits: { messagesPerSecond: 1e6 },
  })
  try {
    const all: Bytes[] = []
    for (const one of CASES) all.push(await telarCase(server.address, one))
    return all
  } finally {
    await server.close()
  }
}

async function telarCase(address: string, one: Case): Promise<Bytes> {
  const tab = await Tab.open(address, `/${one.name}`)
  await tab.join()
  // A row's own handler where there are rows: what a visitor would click.
  const handlers = tab.handlers()
  const slot = handlers[2 * 300] ?? handlers.at(-1)!
  const down: number[] = []
  const up: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const frame = await tab.click(slot)
    let bytes = frame.length
    if (one.takeOver) {
      await tab.lose()
      bytes = (await tab.join(false)).reduce((sum, { length }) => sum + length, 0)
    }
    down.push(bytes)
    up.push(tab.sent)
    if (one.undo) await tab.click(slot)
  }
  tab.close()
  // What a take-over sends up is a hello, whose length is the token's.
  return { case: one.name, variant: 'telar', down, ...(one.takeOver ? {} : { up }) }
}
