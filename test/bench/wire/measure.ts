/** Bytes of messages, up and down, per case: ours and LiveViewJS's as they cross a socket, the others' constructed. */
import { memoryStore, serve, silentLogger } from 'telar/server'
import { CASES, type Case } from '../fixture/cases.ts'
import { pageMarkup } from '../fixture/markup.ts'
import { type PhoenixStyle, phoenixDiff, phoenixRendered } from '../fixture/phoenix-frames.ts'
import { turboMessage, turboRefresh } from '../fixture/turbo-streams.ts'
import { chance, type View } from '../fixture/views.ts'
import { serveLiveViewJs } from '../peers/liveviewjs.ts'
import { LiveViewJsTab } from '../peers/liveviewjs-tab.ts'
import { scriptedPage } from '../telar/scripted.ts'
import { Tab } from '../telar/tab.ts'
import { scriptedView } from './liveviewjs-view.ts'

/** Bytes of one message, of each round. */
export interface Bytes {
  case: string
  variant: string
  down: number[]
  /** Absent where the way up is not this wire's. */
  up?: number[]
}

const ROUNDS = 5

interface Round {
  before: View
  after: View
}

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

/** LiveViewJS's messages as its server sends them. */
export async function measureLiveViewJs(): Promise<Bytes[]> {
  const cases = CASES.filter((one) => !one.takeOver)
  const router = Object.fromEntries(
    cases.map((one) => [`/${one.name}`, scriptedView(viewsOf(one))]),
  )
  const server = await serveLiveViewJs({ router })
  try {
    const all: Bytes[] = []
    for (const one of cases) {
      const tab = await LiveViewJsTab.open(server.address, `/${one.name}`)
      const down: number[] = []
      const up: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        down.push(Buffer.byteLength(await tab.click('select', { id: '301' })))
        up.push(tab.sent)
        if (one.undo) await tab.click('select', { id: '301' })
      }
      tab.close()
      all.push({ case: one.name, variant: 'liveviewjs', down, up })
    }
    return all
  } finally {
    await server.close()
  }
}

/** What the others' documented formats say. */
export function constructed(): Bytes[] {
  return CASES.flatMap((one) => {
    const rounds = roundsOf(one)
    const of = (variant: string, text: (round: Round) => string, up?: string): Bytes => ({
      case: one.name,
      variant,
      down: rounds.map((round) => Buffer.byteLength(text(round))),
      ...(up === undefined || one.takeOver ? {} : { up: rounds.map(() => Buffer.byteLength(up)) }),
    })
    return [
      of('phoenix', phoenixText(one, 'plain'), PHOENIX_UP),
      of('phoenix-component', phoenixText(one, 'component'), PHOENIX_UP),
      of('phoenix-stream', phoenixText(one, 'stream'), PHOENIX_UP),
      // Turbo's events go up as HTTP requests of their own.
      of('turbo', ({ before, after }) =>
        one.takeOver ? turboRefresh(after) : turboMessage(before, after),
      ),
      of('fat-html', ({ after }) => pageMarkup(after), FAT_UP),
    ]
  })
}

const TOPIC = 'lv:phx-GHr3vJbFbXqkXQVB'
const CLICK = { type: 'click', event: 'select', value: { id: '301', value: '' } }
const PHOENIX_UP = JSON.stringify(['4', '12', TOPIC, 'event', CLICK])
const FAT_UP = JSON.stringify({ event: 'select', id: 301 })

function phoenixText(one: Case, style: PhoenixStyle) {
  return ({ before, after }: Round) => {
    const response = one.takeOver
      ? { rendered: phoenixRendered(after, style), liveview_version: '1.2.12' }
      : { diff: phoenixDiff(before, after, style) }
    return JSON.stringify(['4', '12', TOPIC, 'phx_reply', { status: 'ok', response }])
  }
}

function roundsOf(one: Case): Round[] {
  const random = chance(7)
  const rounds: Round[] = []
  let view = one.start()
  for (let round = 0; round < ROUNDS; round++) {
    const after = one.change(view, round, random)
    rounds.push({ before: view, after })
    view = one.undo ? one.undo(view, after) : after
  }
  return rounds
}

/** The same rounds as a run of views, the ways back among them. */
const viewsOf = (one: Case): View[] => [
  one.start(),
  ...roundsOf(one).flatMap(({ before, after }) =>
    one.undo ? [after, one.undo(before, after)] : [after],
  ),
]
