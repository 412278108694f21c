/** The lines of a session's journal: how each is written, and what they amount to. */
import { StoreError } from './errors.ts'
import { applyChange, copyOf, OpenRecord } from './record.ts'
import type { SessionChange } from './store.ts'

/** The format of every line; a line of another format is not read. */
const FORMAT = 1

/**
 * What the lines of a journal amount to.
 * `moved` names the file that continues it; `removed` ends it.
 */
export interface Replay {
  record: OpenRecord
  written: boolean
  /** How many opens there were; the last owner, and the mark that no other open has. */
  epoch: number
  owner: string
  mark: string
  /** Whether the last line is incomplete. */
  half: boolean
  end?: { moved: string } | { removed: true }
}

/** A take-over. It starts a new line, since a killed writer may have left half of one. */
export const openLine = (mark: string, owner: string) =>
  `\n${JSON.stringify({ telar: FORMAT, open: mark, owner })}\n`

/** One change. If its epoch is older than the last open before it, it has no effect. */
export function changeLine(epoch: number, change: SessionChange): string {
  const { components, overlays, ...rest } = change
  const line: Line = { e: epoch, ...rest }
  if (components !== undefined && components.size > 0) line.c = Object.fromEntries(components)
  if (overlays !== undefined && overlays.size > 0) line.o = Object.fromEntries(overlays)
  return `${JSON.stringify(line)}\n`
}

const OPENING = `{"telar":${FORMAT},"open":`
const REMOVING = '{"removed":true'

/** A whole record: the first line of a journal that continues a longer one. */
export function wholeLine({ record, epoch, owner, mark }: Replay): string {
  const { page, version, seq, meta, components, overlays, publishes } = copyOf(record)
  const change: SessionChange = { page, version, seq, meta, components, overlays }
  if (publishes.length > 0) change.publishes = publishes
  return `${JSON.stringify({ telar: FORMAT, whole: epoch, open: mark, owner })}\n${changeLine(epoch, change)}`
}

/** The end of a journal: the file with this name continues it. */
export const movedLine = (epoch: number, file: string) =>
  `${JSON.stringify({ e: epoch, moved: file })}\n`

/** The end of a journal whose session was removed, whoever owns it; with an epoch, only if no newer one was opened. */
export const removedLine = (epoch?: number) => `\n${JSON.stringify({ removed: true, e: epoch })}\n`

/**
 * Adds up lines in the order of the file. Half a line is skipped when it is the
 * last, or an open follows: then its writer was killed before the change was acknowledged.
 *
 * @throws StoreError `session-unreadable` for any other line that can't be read.
 */
export function replay(text: string): Replay {
  const result: Replay = {
    record: new OpenRecord(),
    written: false,
    epoch: 0,
    owner: '',
    mark: '',
    half: false,
  }
  for (const written of text.split('\n')) {
    if (written === '') continue
    const line = readLine(written)
    // The start of a new line may be incomplete too: on a full disk one half follows another.
    const begins =
      line === undefined ? isHalfBeginning(written) : 'open' in line || 'removed' in line
    if (result.half && !begins) throw unreadable('a line that can’t be read')
    result.half = line === undefined
    if (line !== undefined) addLine(result, line)
    // Before the first open there can only be the half of that open itself.
    else if (result.epoch === 0 && !isHalfBeginning(written)) {
      throw unreadable('text that is not a journal')
    }
    if (result.end !== undefined) return result
  }
  return result
}

const isHalfBeginning = (written: string) =>
  [OPENING, REMOVING].some((start) => start.startsWith(written.slice(0, start.length)))

/** Finds the first change that `epoch` wrote in `text`, unless somebody opened the session before it. */
export function ownLine(text: string, epoch: number): { end: number } | 'fenced' | 'removed' {
  let at = 0
  for (const written of text.split('\n')) {
    at += Buffer.byteLength(written) + 1
    const line = readLine(written)
    if (line === undefined) continue
    if ('removed' in line && (line.e === undefined || line.e === epoch)) return 'removed'
    if ('removed' in line) continue
    if ('open' in line) return 'fenced'
    if ('e' in line && line.e === epoch) return { end: at }
  }
  return 'fenced'
}

type Line = {
  [name: string]: unknown
  e?: number
  c?: Record<string, string | null>
  o?: Record<string, string | null>
}

function readLine(written: string): Line | undefined {
  try {
    const line: unknown = JSON.parse(written)
    if (typeof line === 'object' && line !== null && !Array.isArray(line)) return line as Line
  } catch {
    // Half a line; `replay` decides whether it is allowed there.
  }
  return undefined
}

function addLine(result: Replay, line: Line): void {
  if (line.telar !== undefined && line.telar !== FORMAT) {
    throw unreadable(`format ${JSON.stringify(line.telar)}`)
  }
  if ('removed' in line) {
    if (line.e === undefined || line.e === result.epoch) result.end = { removed: true }
  } else if (typeof line.open === 'string') {
    result.epoch = typeof line.whole === 'number' ? line.whole : result.epoch + 1
    result.owner = String(line.owner)
    result.mark = line.open
  } else if (typeof line.e !== 'number' || line.e > result.epoch) {
    throw unreadable('a line of an unknown epoch')
  } else if (line.e === result.epoch) {
    addChange(result, line)
  }
}

function addChange(result: Replay, line: Line): void {
  if (typeof line.moved === 'string') {
    result.end = { moved: line.moved }
    return
  }
  const { e, c, o, ...rest } = line
  const components = c === undefined ? undefined : new Map(Object.entries(c))
  const overlays = o === undefined ? undefined : new Map(Object.entries(o))
  applyChange(result.record, result.epoch, { ...(rest as SessionChange), components, overlays })
  result.written = true
}

const unreadable = (found: string) =>
  new StoreError(
    'session-unreadable',
    `Expected a session journal of format ${FORMAT}, received ${found}. The session starts from its initial state. Its old file is kept beside it as .unreadable.`,
  )
