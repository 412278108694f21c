/** PURE: what a press cost, from the frames that crossed: the truth for a prediction, in the page and in the tests. */
import type { Frame, Op } from '../../engine/protocol/index.ts'

/** What crossed the wire for one act, oldest first. A testing tab's `cost` is one, without `up`. */
export interface Crossed {
  readonly frames: readonly Frame[]
  /** The bytes of each of these frames. */
  readonly sizes: readonly number[]
  /** The bytes of each message that left the page. */
  readonly up?: readonly number[]
}

/** The measures that the wire alone answers; `elements` and `text` are read from the page. */
export type WireMeasure = 'ops' | 'bytes' | 'up' | 'frames'

export function measureOf(crossed: Crossed, kind: WireMeasure): string | number {
  const { frames, sizes } = crossed
  const told = frames.map((frame, at) => ({ frame, size: sizes[at] ?? 0 }))
  const counted = told.filter(({ frame }) => isCounted(frame))
  switch (kind) {
    case 'ops':
      return opsOf(counted.map(({ frame }) => frame))
    case 'bytes':
      return sum(counted.map(({ size }) => size))
    case 'up':
      return sum(crossed.up ?? [])
    case 'frames':
      return counted.length
    default:
      return kind satisfies never
  }
}

/** Whether a frame is one for a reader: it changes something, or answers an event. What only keeps a connection alive is not. */
export const isCounted = ({ ops, acknowledged }: Frame) =>
  ops.length > 0 || acknowledged !== undefined

/** Names of the changes, in their order, joined with `+`; `repaint` for a page that is told anew, `none` for no change. */
export function opsOf(frames: readonly Frame[]): string {
  const names = frames.flatMap(({ ops, repaint }) =>
    repaint ? ['repaint'] : ops.filter(isChange).map(nameOf),
  )
  return names.join('+') || 'none'
}

// These only prepare other ops: which component is meant, what a name's number is, what a template looks like.
const PREPARING = new Set<Op['op']>(['component', 'name', 'template'])

const isChange = ({ op }: Op) => !PREPARING.has(op)

const nameOf = (op: Op) =>
  op.op === 'signal' || op.op === 'drive' || op.op === 'read' ? op.kind : op.op

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0)
