/** What a tab may have in flight at one time, unless a page says otherwise. */

export interface Window {
  /** Unanswered events, and their bytes. */
  events: number
  bytes: number
  /** Bytes of one event, whatever it carries: a form, a paste. */
  event: number
  /** A larger event is sent in parts of this many bytes. */
  part: number
}

export const WINDOW: Window = { events: 64, bytes: 262_144, event: 1_048_576, part: 32_768 }

/** The 8 bits of an acknowledgement can't distinguish more. */
export const MAX_EVENTS = 255
