/** What a server tells its tab beside the page, fetched with the first signal that a page that is well does not get. */
import type { Json } from '../../engine/protocol/ops.ts'
import { type Actions, answer, fillGap, type ServerFault } from './answer.ts'
import { type Flash, showFlash } from './flash.ts'

export function hear(kind: number, value: Json, actions: Actions) {
  switch (kind) {
    case ERROR:
      answer(value as unknown as ServerFault, actions)
      break
    case FLASH:
      showFlash(value as unknown as Flash)
      break
    case RELOAD:
      location.reload()
      break
    case GAP:
      fillGap((value as { expected: number }).expected, actions)
      break
  }
}

// As in SIGNAL_KINDS of engine/protocol/names.ts; the core answers to 1, 3 and 8 by itself.
const ERROR = 2
const FLASH = 6
const RELOAD = 7
const GAP = 9
