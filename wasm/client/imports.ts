/** What both decoders ask of the page, and how they refuse a frame. */
import { ProtocolError } from '../../engine/protocol/errors.ts'

/** What a decoder can ask of the page; texts are (offset, length) in UTF-16 units of the frame's block. */
export interface Dom {
  /** A frame begins; the block stands at `from`..`to`. Returns the block's length in UTF-16 units. */
  begin(flags: number, acknowledged: number, from: number, to: number): number
  setText(slot: number, at: number, length: number): void
  setAttr(slot: number, name: number, at: number, length: number): void
  delAttr(slot: number, name: number): void
  setProp(slot: number, name: number, at: number, length: number): void
  setClass(slot: number, on: number, at: number, length: number): void
  setHTML(slot: number, at: number, length: number): void
  template(number: number, at: number, length: number): void
  /** Makes an instance; `count` calls of `fill` follow, the last of which puts it into the page. */
  insert(
    list: number,
    tpl: number,
    base: number,
    before: number,
    at: number,
    length: number,
    count: number,
  ): void
  fill(at: number, length: number): void
  move(base: number, before: number): void
  remove(base: number): void
  event(name: number, at: number, length: number): void
  component(id: number): void
  mount(slot: number, id: number): void
  unmount(id: number): void
  name(number: number, at: number, length: number): void
  /** Three texts one behind the other: target, name, value. */
  drive(kind: number, at: number, target: number, name: number, value: number): void
  /** Two texts one behind the other: target, name. */
  read(kind: number, id: number, at: number, target: number, name: number): void
  signal(kind: number, at: number, length: number): void
}

/** Reasons as the WASM decoder numbers them. */
export const TRUNCATED = 1
export const MALFORMED = 2
export const UNKNOWN = 3

/** Why a frame can't be applied; the tab joins again. */
export function refusal(reason: number): ProtocolError {
  const code = REASONS[reason]!
  return new ProtocolError(code, `Expected a whole frame of known ops, found a ${code} one.`)
}

const REASONS = ['frame-malformed', 'frame-truncated', 'frame-malformed', 'frame-unknown'] as const

/** What was named must be there; a frame that names something else is not of this page. */
export function known<T>(value: T | undefined): T {
  if (value === undefined) throw refusal(MALFORMED)
  return value
}
