/** What both decoders call in the page, and how they refuse a frame. */
import * as code from '../../engine/protocol/opcodes.ts'

/**
 * The calls of a decoder: each op by its number, with its fields in the order of the wire. For a text it passes the length in UTF-16 units: texts
 * are taken from the frame's block one after the other.
 */
export interface Dom {
  /** The frame being applied, from which texts are read; set by the decoder. It starts at the beginning of its buffer. */
  frame: Uint8Array
  /** A frame starts; `acknowledged` is -1 if there is none. The block is at `from`..`to`. Returns the block's length in UTF-16 units. */
  begin(flags: number, acknowledged: number, from: number, to: number): number
  /** The next value of the instance that was inserted last; the last one puts it into the page. */
  fill(text: number, hash: number): void
  [code.SET_TEXT](slot: number, text: number, hash: number): void
  [code.SET_ATTR](slot: number, name: number, text: number, hash: number): void
  [code.DEL_ATTR](slot: number, name: number): void
  [code.SET_PROP](slot: number, name: number, json: number): void
  [code.CLASS](slot: number, on: number, name: number): void
  [code.SET_HTML](slot: number, markup: number, hash: number): void
  [code.TEMPLATE](number: number, markup: number, hash: number): void
  /** Makes an instance; `count` calls of `fill` follow. */
  [code.INSERT](
    list: number,
    tpl: number,
    base: number,
    before: number,
    key: number,
    count: number,
  ): void
  [code.MOVE](base: number, before: number): void
  [code.REMOVE](base: number): void
  /** The rows of a child slot get another order: each row's place is asked for, then those that must move are moved. */
  [code.ORDER](list: number, count: number): void
  /** The place of a row in the child slot that `order` named, counted from 1; 0 if it is not there. */
  [code.PLACE](base: number): number
  [code.EVENT](name: number, json: number): void
  [code.COMPONENT](id: number): void
  [code.MOUNT](slot: number, id: number): void
  [code.UNMOUNT](id: number): void
  [code.NAME](number: number, name: number): void
  [code.DRIVE](kind: number, target: number, name: number, json: number): void
  [code.READ](kind: number, request: number, target: number, name: number): void
  [code.SIGNAL](kind: number, json: number): void
}

/** Why a frame can't be applied; the tab joins again. The protocol's own error class would add to the size of every page. */
export function refusal(reason: number): Error & { code: string } {
  const found = REASONS[reason]
  return Object.assign(new Error(`${found} frame`), { code: `frame-${found}` })
}

const REASONS = ['', 'truncated', 'malformed', 'unknown', 'diverged'] as const

/** Checks that what a frame names exists; if not, the frame is for another page. */
export function known<T>(value: T | undefined): T {
  if (value === undefined) throw refusal(code.MALFORMED)
  return value
}
