/** The shipped client: written by wasm/whole.mjs, from the sources in wasm/client. */
import type { ClientWindow, startSession } from '../../wasm/client/index.ts'

/** The client in a window: each has one of its own. Besides `startSession` it has the files that a page loads when needed, by their names. */
export function createClient(window: ClientWindow): {
  startSession: typeof startSession
  [file: string]: unknown
}
/** The decoder, in base64. */
export const WASM: string
