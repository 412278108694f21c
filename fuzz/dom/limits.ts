/** Limits so low that ordinary clicks and typing reach them. */

/** Bytes of one event, and of one part of it; the 50 lines are told so in json-more.js. */
export const MOST = 8_000
export const PART = 128

/** Stands for more text than one event may carry. */
export const TOO_LARGE = 'too large'

/** Milliseconds of `lv-debounce`. */
export const PACE = 200
