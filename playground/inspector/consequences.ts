/** PURE: which messages of the wire follow from what a visitor did, where a new process may have taken over in between. */
import type { WireMessage } from './wire-message.ts'

type Crossing = Pick<WireMessage, 'direction' | 'content'>

export interface Consequences<Message extends Crossing> {
  readonly messages: readonly Message[]
  /** The session moved to another connection meanwhile. */
  readonly moved: boolean
  /** It did so after the last event. */
  readonly left: boolean
  /** The event that was sent last; undefined if none was. */
  readonly asked: Message | undefined
}

/**
 * Of what crossed since then, oldest first: what the events asked for, from the connection on which they were sent last. A tab sends an
 * event again if its connection was lost, and only after it was painted.
 */
export function consequencesOf<Message extends Crossing>(
  crossed: readonly Message[],
): Consequences<Message> {
  const last = crossed.findLastIndex(isEvent)
  const moved = crossed.some(isHello)
  if (last < 0) return { messages: [], moved, left: false, asked: undefined }
  const begin = crossed.findLastIndex((one, at) => at < last && isHello(one)) + 1
  const end = crossed.findIndex((one, at) => at > last && isHello(one))
  const connection = crossed.slice(begin, end < 0 ? undefined : end)
  const messages = connection.slice(connection.findIndex(isEvent))
  return { messages, moved, left: end >= 0, asked: crossed[last] }
}

/** Of what crossed while the visitor did nothing: what the server said by itself, which what it tells a tab that joins is not. */
export const unasked = <Message extends Crossing>(crossed: readonly Message[]) =>
  crossed.filter((one) => !isHello(one) && !isGreeting(one))

const isHello = ({ content }: Crossing) => content.kind === 'up' && content.up.type === 'hello'

const isEvent = ({ content }: Crossing) =>
  content.kind === 'up' && (content.up.type === 'event' || content.up.type === 'part')

/** The welcome of a connection, and the page that is painted after it. */
const isGreeting = ({ content }: Crossing) =>
  content.kind === 'frame' &&
  (content.frame.repaint ||
    content.frame.ops.some((op) => op.op === 'signal' && op.kind === 'welcome'))
