/** What a server tells its tab besides the page; loaded with the first signal other than the usual ones. */
import * as code from '../../engine/protocol/opcodes.ts'
import type { Json } from '../../engine/protocol/ops.ts'
import type { Flash, Gap, ServerFault } from '../../engine/protocol/signals.ts'
import { showFlash } from './flash.ts'
import type { SessionHandle } from './handle.ts'

export function hear(kind: number, value: Json, session: SessionHandle) {
  switch (kind) {
    case code.SIGNAL_ERROR:
      answer(value as unknown as ServerFault, session)
      break
    case code.SIGNAL_FLASH:
      showFlash(value as unknown as Flash)
      break
    case code.SIGNAL_RELOAD:
      reloadPage(session, true)
      break
    case code.SIGNAL_GAP:
      fillGap((value as unknown as Gap).expected, session)
      break
  }
}

/** Milliseconds until the missing event is sent again, until it is sent once more, and until the tab joins again. */
const WAITS = [1000, 2000, 4000]

// Does what an error from the server asks for.
function answer(fault: ServerFault, session: SessionHandle) {
  const { code, fatal, reload } = fault
  if (code === 'store-works') return session.status('connected')
  session.error(fault)
  if (fatal) {
    session.link.stop()
    session.status('refused')
    // A page that was never live, and was reloaded already, would get the same refusal.
    if (reload && (session.newest > 0 || !wasReloaded()))
      reloadPage(session, /gone|token/.test(code))
  } else if (code === 'store-waits') session.status('waiting')
  else if (code === 'take-over-failed') session.status('failing')
}

// The new page may be another visitor's: what was typed goes there only where the server has lost the session.
function reloadPage({ inputs }: SessionHandle, keeps: boolean) {
  if (keeps) inputs.fields?.keep()
  location.reload()
}

let missing = 0

/** The server has later events but not this one. Nothing else makes a tab send again on the same connection. */
function fillGap(expected: number, session: SessionHandle, attempt = 0) {
  if (missing === expected && attempt === 0) return
  missing = expected
  const again = () => {
    if (missing !== expected || session.queue.answered >= expected) return
    if (WAITS[attempt + 1]) {
      session.queue.resend()
      fillGap(expected, session, attempt + 1)
    } else {
      missing = 0
      session.link.rejoin()
    }
  }
  setTimeout(again, WAITS[attempt])
}

// Reported only once.
const wasReloaded = () =>
  (performance.getEntriesByType?.('navigation')[0] as PerformanceNavigationTiming | undefined)
    ?.type === 'reload'
