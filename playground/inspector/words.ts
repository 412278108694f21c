/** Describes frames, ops and numbers in the words of the wire log. */
import type { Op, Up } from '../../engine/protocol/index.ts'

/** `11 B`, `1.4 KB`. */
export const sizeWord = (bytes: number) =>
  bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`

/** `0.4 ms`, `12 ms`, `1.2 s`. */
export function timeWord(ms: number): string {
  if (ms < 0.05) return '0 ms'
  if (ms < 10) return `${ms.toFixed(1)} ms`
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

// These only prepare other ops: they are named only if nothing else is there.
const GROUND = new Set(['component', 'name', 'template'])
const MAX_NAMES = 2

/** The ops of a frame by name and number: `setText × 3 + insert`. */
export function opsWord(ops: readonly Op[]): string {
  if (ops.length === 0) return 'no change'
  const telling = ops.filter((op) => !GROUND.has(op.op))
  const counts = new Map<string, number>()
  for (const op of telling.length > 0 ? telling : ops) {
    const name = op.op === 'signal' || op.op === 'drive' || op.op === 'read' ? op.kind : op.op
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const named = [...counts].map(([name, count]) => (count === 1 ? name : `${name} × ${count}`))
  const rest = named.length - MAX_NAMES
  return named.slice(0, MAX_NAMES).join(' + ') + (rest > 0 ? ` + ${rest} more` : '')
}

/** What a tab's message is about: the event's name, or the kind of message. */
export const upWord = (up: Up) => (up.type === 'event' ? up.event : up.type)

/** One op in full, as a line: `setText · slot 5 · "10"`. */
export function opLine(op: Op): string {
  const { op: name, ...fields } = op
  const said = Object.entries(fields).map(([field, value]) => `${field} ${valueWord(value)}`)
  return [name, ...said].join(' · ')
}

/** A tab's message in full, as lines; the long token of a hello is left out. */
export function upLines(up: Up): readonly string[] {
  const { type, ...fields } = up
  const shown = Object.entries(fields).filter(([field]) => field !== 'token')
  return [type, ...shown.map(([field, value]) => `${field} ${valueWord(value)}`)]
}

/** Bytes as in a hex editor: offset, sixteen in hex, their characters. */
export function hexLines(bytes: Uint8Array): readonly string[] {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += 16) {
    const row = [...bytes.subarray(at, at + 16)]
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    const letters = row.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '·'))
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.padEnd(47)}  ${letters.join('')}`)
  }
  return lines
}

const LONGEST_VALUE = 400

function valueWord(value: unknown): string {
  const word = JSON.stringify(value) ?? 'undefined'
  return word.length > LONGEST_VALUE ? `${word.slice(0, LONGEST_VALUE)}…` : word
}
