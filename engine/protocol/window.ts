/** What a tab may have under way at one time, where a page says nothing else. */

export interface Window {
  /** Events that are not answered, and their bytes. */
  events: number
  bytes: number
  /** Bytes of one event, whatever it carries: a form, a paste. */
  event: number
  /** Bytes above which an event comes in parts of that size. */
  part: number
}

export const WINDOW: Window = { events: 64, bytes: 262_144, event: 1_048_576, part: 32_768 }

/** More could not be told apart by the 8 bits of an acknowledgement. */
export const MAX_EVENTS = 255
