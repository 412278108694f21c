/** Bytes of the peers' messages, up and down, per case: LiveViewJS's as they cross a socket, the others' constructed. */
import { CASES, type Case } from '../fixture/cases.ts'
import { pageMarkup } from '../fixture/markup.ts'
import { type PhoenixStyle, phoenixDiff, phoenixRendered } from '../fixture/phoenix-frames.ts'
import { turboMessage, turboRefresh } from '../fixture/turbo-streams.ts'
import { serveLiveViewJs } from '../peers/liveviewjs.ts'
import { LiveViewJsTab } from '../peers/liveviewjs-tab.ts'
import { scriptedView } from './liveviewjs-view.ts'
import { type Bytes, ROUNDS, type Round, roundsOf, viewsOf } from './rounds.ts'

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
