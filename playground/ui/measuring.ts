/** Waits for what follows from a action in the preview, and measures it. */
import type { Frame } from '../../engine/protocol/index.ts'
import type { Consequences, WireLog, WireMessage } from '../inspector/index.ts'
import {
  consequencesOf,
  fieldsOf,
  isCounted,
  measureOf,
  unasked,
  upFieldsOf,
} from '../inspector/index.ts'
import type { PreviewLink } from '../preview/link.ts'
import type { VisitorAction } from '../preview/messages.ts'
import type { DrawnFrame, Measure, Outcome } from '../preview/workbench.ts'

interface MeasureOptions {
  readonly action: VisitorAction
  /** When it began, in epoch milliseconds. */
  readonly at: number
  readonly kind: Measure
  /** A selector, for the measure `text`. */
  readonly look: string | undefined
  readonly latency: number
}

/** The first preview is the reader's own. */
const OWN = 1
const LOOK_AGAIN = 40
/** A field that waits for a pause in typing sends nothing before it. */
const NOTHING_LEAVES = 700
/** What a handler sends without being asked comes soon after its answer. */
const TRAIL = 250
const AT_MOST = 12_000

/** Undefined if new code took over the session so that what it changed can't be told from what the action did. */
export async function measureAction(
  log: WireLog,
  link: PreviewLink,
  options: MeasureOptions,
): Promise<Outcome | undefined> {
  const { action, at, kind, look, latency } = options
  const since = () =>
    log.getState().ticks.filter((tick) => tick.preview === OWN && tick.at >= at - 1)
  if ('wait' in action) {
    await pause(at + action.wait + latency - Date.now())
    return outcomeOf(unasked(since()))
  }
  const found = await settled(since, link, at)
  // The browser's own records say what changed, and not why.
  const isMixed = found.moved && kind === 'elements'
  // A tab that is still away has sent nothing, and said nothing by that.
  const isMissing = isLost(found) || !link.hasJoined()
  return isMixed || isMissing ? undefined : outcomeOf(found.messages)

  async function outcomeOf(ticks: readonly WireMessage[]): Promise<Outcome> {
    const frames = ticks.flatMap((tick) =>
      tick.content.kind === 'frame' && isCounted(tick.content.frame)
        ? [{ tick, frame: tick.content.frame }]
        : [],
    )
    const up = ticks.filter(({ direction }) => direction === 'up')
    const shown = kind === 'up' ? up.at(-1) : frames.at(-1)?.tick
    const frame = shown && drawn(shown, log)
    return { truth: await truthOf(frames, up), ...(frame && { frame }) }
  }

  async function truthOf(
    frames: readonly { tick: WireMessage; frame: Frame }[],
    up: readonly WireMessage[],
  ): Promise<string | number> {
    if (kind === 'elements') return `${await link.ask({ do: 'recorded' })}`
    if (kind === 'text') return `${await link.ask({ do: 'read', selector: look ?? 'body' })}`
    const crossed = {
      frames: frames.map(({ frame }) => frame),
      sizes: frames.map(({ tick }) => tick.size),
      up: up.map(({ size }) => size),
    }
    return measureOf(crossed, kind)
  }
}

/** Resolves once nothing more is to be expected of what a visitor did. */
async function settled(
  since: () => readonly WireMessage[],
  link: PreviewLink,
  at: number,
): Promise<Consequences<WireMessage>> {
  for (;;) {
    await pause(LOOK_AGAIN)
    const now = Date.now()
    const ticks = since()
    const found = consequencesOf(ticks)
    if (now - at > AT_MOST) return found
    const quiet = now - (ticks.at(-1)?.at ?? at)
    const isOver = found.asked && !isLost(found) ? isAnswered(found) && quiet > TRAIL : undefined
    // An event that was not sent, or not answered, goes out once the tab has joined again.
    if (isOver ?? (link.hasJoined() && quiet > NOTHING_LEAVES)) return found
  }
}

const isAnswered = ({ messages, asked }: Consequences<WireMessage>) =>
  messages.some(({ answers }) => asked && answers && answers.tick >= asked.id)

/** The connection ended before the answer came: the page that was painted then may show it already. */
const isLost = (found: Consequences<WireMessage>) =>
  found.asked !== undefined && found.left && !isAnswered(found)

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A message with its fields; undefined for one that can't be read. */
export function drawn(tick: WireMessage, log: WireLog): DrawnFrame | undefined {
  const { id, bytes, content } = tick
  if (content.kind === 'frame')
    return { id, bytes, fields: fieldsOf(bytes, log.names(tick.preview)) }
  if (content.kind === 'up') return { id, bytes, fields: upFieldsOf(bytes) }
  return undefined
}
