/** What a tab was sent, counted, and a matcher that holds it to a budget. */
import type { Frame, Op } from '../protocol/ops.ts'
import { kindOf } from '../template/values.ts'
import { TestingError } from './errors.ts'

/** What a tab was sent: in the last step (`tab.cost`), or since `tab.mark()`. */
export interface Cost {
  /** Of all frames together. */
  readonly bytes: number
  /** Changes and messages; what only says of which component they are is not one. */
  readonly ops: number
  /** In the order in which they came, and the bytes of each. */
  readonly frames: readonly Frame[]
  /** Bytes of each frame. */
  readonly sizes: readonly number[]
}

/** The most that a step may cost. */
export interface Budget {
  /** Bytes of all frames together. */
  bytes?: number
  /** Changes and messages. */
  ops?: number
}

/**
 * What `expect.extend(costs)` adds to the assertions of a test runner. For its types, a project says once:
 * `declare module "vitest" { interface Assertion<T> extends CostMatchers<T> {} }`
 *
 * @example
 * const assertion: CostMatchers<string> = { toCost: ({ bytes }) => `at most ${bytes} bytes` }
 * assertion.toCost({ bytes: 10 }) // 'at most 10 bytes'
 */
export interface CostMatchers<Result = void> {
  /** At most this much was sent in the last step of a tab, or since its `mark()`. */
  toCost(most: Budget): Result
}

/** Adds up what is sent. */
export class Sum implements Cost {
  readonly frames: Frame[] = []
  readonly sizes: number[] = []

  add(frame: Frame, bytes: number): void {
    this.frames.push(frame)
    this.sizes.push(bytes)
  }

  get bytes(): number {
    return this.sizes.reduce((sum, size) => sum + size, 0)
  }

  get ops(): number {
    return this.frames.reduce((sum, { ops }) => sum + ops.filter(isCounted).length, 0)
  }
}

/**
 * A matcher for `expect.extend` of Vitest or Jest: `toCost({ bytes, ops })` holds a tab's last step, or what came since a mark, to a budget. A
 * failure lists each frame with its bytes and ops.
 *
 * @example
 * const tab = await visit(Counter)
 * const mark = tab.mark()
 * await tab.click(byRole('button'))
 * await tab.click(byRole('button'))
 * costs.toCost(tab, { bytes: 10, ops: 1 }).pass // true
 * costs.toCost(mark, { bytes: 10 }).message() // 'Expected at most 10 bytes, received 16 bytes and 2 ops.\n  frame of 8 bytes: setText 3 "1"\n  frame of 8 bytes: setText 3 "2"'
 */
export const costs = {
  /** Passes when `received` has cost at most this much. */
  toCost(received: unknown, most: Budget): { pass: boolean; message: () => string } {
    const cost = costOf(received)
    const { bytes, ops } = checked(most)
    const pass =
      cost.bytes <= (bytes ?? Number.POSITIVE_INFINITY) &&
      cost.ops <= (ops ?? Number.POSITIVE_INFINITY)
    const budget = [bytes !== undefined && `${bytes} bytes`, ops !== undefined && `${ops} ops`]
    const wanted = `${pass ? 'more than' : 'at most'} ${budget.filter(Boolean).join(' and ')}`
    const message = () =>
      [
        `Expected ${wanted}, received ${cost.bytes} bytes and ${cost.ops} ops.`,
        ...linesOf(cost),
      ].join('\n  ')
    return { pass, message }
  },
}

function costOf(received: unknown): Cost {
  const given = received as { cost?: Cost; sizes?: unknown } | null | undefined
  if (given?.cost) return given.cost
  if (given?.sizes) return given as unknown as Cost
  throw new TestingError(
    'cost-unknown',
    `Expected a tab or a tab.mark() in expect(…).toCost(), received ${kindOf(received)}. Write expect(tab).toCost({ bytes: 100 }).`,
  )
}

function checked(most: Budget | undefined): Budget {
  const given = Object.entries(most ?? {})
  const isBudget = ([name, value]: [string, unknown]) =>
    (name === 'bytes' || name === 'ops') && typeof value === 'number' && value >= 0
  if (given.length > 0 && given.every(isBudget)) return most!
  throw new TestingError(
    'cost-unknown',
    `Expected bytes or ops, as numbers, in toCost(), received ${JSON.stringify(most)}. Write toCost({ bytes: 100, ops: 3 }).`,
  )
}

const isCounted = ({ op }: Op) => op !== 'component'

const linesOf = ({ frames, sizes }: Cost) =>
  frames.map(
    ({ ops }, i) =>
      `frame of ${sizes[i]} bytes: ${ops.filter(isCounted).map(told).join(', ') || 'an acknowledgement'}`,
  )

/** An op in short: its name, and what it writes where. */
function told({ op, ...fields }: Op): string {
  const parts = Object.values(fields).map((value) => JSON.stringify(value) ?? '')
  const text = [op, ...parts].join(' ')
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}

const MOST = 80
