/** How frame numbers and acknowledgements are shortened: to as many bits as it takes to distinguish them from their neighbours. */

/** After this one, frame numbers start again, so that they take two bytes at most. */
export const CYCLE = 0x3fff

/** The number as the wire carries it, 1 to 16,383; 0 is a frame outside of any session. */
export const shortNumber = (frame: number) => (frame === 0 ? 0 : ((frame - 1) % CYCLE) + 1)

/** The number in the head of a frame; NaN if the frame ends before it. */
export const numberOf = (frame: Uint8Array) =>
  frame[1]! < 128 ? frame[1]! : (frame[1]! & 127) + frame[2]! * 128

/** How many frames this number is ahead of the expected one: 0 is that one; half a cycle or more is a frame that came before. */
export const aheadOf = (expected: number, number: number) =>
  (number - shortNumber(expected) + CYCLE) % CYCLE

/** The full number, given one close to it. */
export const KNOWN_FROM = CYCLE >> 1

/** The last acknowledged event, from its low 8 bits: a tab has fewer than 256 unanswered events. */
export const fullAcknowledgement = (known: number, low: number) => known + ((low - known) & 255)
