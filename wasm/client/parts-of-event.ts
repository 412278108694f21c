/** Sends an event that is too large for one message in parts; loaded with the first one. */
import { UP_PART } from '../../engine/protocol/opcodes.ts'
import type { SessionHandle } from './handle.ts'

/** Returns how many bytes were sent. */
export function sendParts(
  bytes: Uint8Array,
  seq: number,
  { limits, send, tools }: SessionHandle,
): number {
  const { length } = bytes
  for (let index = 0, at = 0; at < length; index++) {
    const piece = bytes.subarray(at, at + limits.part)
    at += piece.length
    if (!send(tools.encodeMessage(UP_PART, [seq, index, length - at], piece))) return 0
    // The first part tells the size, so that the server can refuse what is too large.
    if (length > limits.event) return at
  }
  return length
}
