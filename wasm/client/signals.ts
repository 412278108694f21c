/** What a server tells its tab besides the page; loaded with the first signal other than the usual ones. */
import * as code from '../../engine/protocol/opcodes.ts'
import type { Json } from '../../engine/protocol/ops.ts'
import type { Flash, Gap, ServerFault } from '../../engine/protocol/signals.ts'
import { type Actions, answer, fillGap } from './answer.ts'
import { showFlash } from './flash.ts'

export function hear(kind: number, value: Json, actions: Actions) {
  switch (kind) {
    case code.SIGNAL_ERROR:
      answer(value as unknown as ServerFault, actions)
      break
    case code.SIGNAL_FLASH:
      showFlash(value as unknown as Flash)
      break
    case code.SIGNAL_RELOAD:
      location.reload()
      break
    case code.SIGNAL_GAP:
      fillGap((value as unknown as Gap).expected, actions)
      break
  }
}
