/** What a frame says, as values: the op types of both encodings. */
import type { DriveKind, ReadKind, SignalKind } from './names.ts'

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/** One op. Slots, bases and child slots are numbers within the component that the last `component` op named. */
export type Op =
  | { op: 'setText'; slot: number; text: string }
  | { op: 'setAttr'; slot: number; name: string; text: string }
  | { op: 'delAttr'; slot: number; name: string }
  | { op: 'setProp'; slot: number; name: string; value: Json }
  | { op: 'class'; slot: number; on: boolean; name: string }
  | { op: 'setHTML'; slot: number; html: string }
  | { op: 'template'; number: number; html: string }
  | InsertOp
  | { op: 'move'; base: number; before: number }
  | { op: 'remove'; base: number }
  | { op: 'order'; list: number; bases: readonly number[] }
  | { op: 'event'; name: string; detail: Json }
  | { op: 'component'; id: number }
  | { op: 'mount'; slot: number; id: number }
  | { op: 'unmount'; id: number }
  | { op: 'name'; number: number; name: string }
  | { op: 'drive'; kind: DriveKind; target: string; name: string; value: Json }
  | { op: 'read'; kind: ReadKind; id: number; target: string; name: string }
  | { op: 'signal'; kind: SignalKind; value: Json }

/** Puts an instance of template `tpl` into child slot `list`; `before` is the base of the next row, or 0 at the end. */
interface InsertOp {
  op: 'insert'
  list: number
  tpl: number
  base: number
  before: number
  key: string
  strings: readonly string[]
}

export interface Frame {
  ops: Op[]
  /** The frame's number in its session, shortened (`shortNumber`). */
  number: number
  /** The low 8 bits of the number of the last answered event; absent if the tab knows it already. */
  acknowledged?: number
  /** The ops build the whole page; the tab reuses what is there. */
  repaint: boolean
  /** What the checksum of the tab's slots must be; sent only now and then. */
  hash?: number
}

/** What a tab sends. */
export type Up =
  | Hello
  | UpEvent
  | { type: 'ack'; frame: number }
  | { type: 'reply'; id: number; data: { value?: Json; error?: string } }
  | { type: 'ping'; seq?: number }
  | Part

export interface Hello {
  type: 'hello'
  token: string
  epoch: number
  frame: number
  seq: number
  path: string
  /** Names of templates that the tab still has: they need not be sent again. */
  templates?: readonly string[]
}

export interface UpEvent {
  type: 'event'
  component: number
  event: string
  slot: number
  seq: number
  frame: number
  data: EventData
}

/** A piece of an event that is too large for one message. */
export interface Part {
  type: 'part'
  /** The event's number. */
  seq: number
  /** Which piece it is, from 0. */
  index: number
  /** How much follows after this piece: bytes, or UTF-16 units in JSON. */
  left: number
  content: Uint8Array | string
}

/** The outcome of an event that was not applied. */
export interface Answer {
  seq: number
  /** `lost` comes only from the tab itself: too many others were waiting. */
  outcome: 'failed' | 'stale' | 'refused' | 'lost'
  /** Why it was refused. */
  code?: string
  message?: string
}

/** The payload of an event; which fields are there depends on the event. */
export interface EventData {
  /** A field's text. */
  value?: string
  /** The name of the field, if the handler is on another element. */
  name?: string
  /** All choices of a `<select multiple>`. */
  values?: string[]
  /** Whether a checkbox or radio button is on. */
  checked?: boolean
  /** Whether the toggled element is open now. */
  open?: boolean
  /** The key, as `KeyboardEvent.key`. */
  key?: string
  /** The place of the key on the keyboard, as `KeyboardEvent.code`. */
  code?: string
  /** Names → values. */
  form?: Record<string, string | string[]>
  /** From the left edge of the element with the handler. */
  x?: number
  /** From its upper edge. */
  y?: number
  /** `data-*` of the element with the handler. */
  dataset?: Record<string, string>
  /** What an event of your own, a hook or a command carries. */
  detail?: Json
  /** The name of a rare event, whose number is 0. */
  type?: string
  /** Whether Alt was held. */
  alt?: boolean
  /** Whether Control was held. */
  ctrl?: boolean
  /** Whether Meta (Command, Windows) was held. */
  meta?: boolean
  /** Whether Shift was held. */
  shift?: boolean
  /** Whether the key was held down so long that it repeats. */
  repeat?: boolean
}
