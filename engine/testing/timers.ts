/** A window's timers, on the test's clock. */
import type { Clock } from '../session/clock.ts'

/** Milliseconds for which a display shows a frame. */
const FRAME = 16

export function timersOn(clock: Clock) {
  const waiting = new Map<number, () => void>()
  const start = clock.now()
  let last = 0

  function setTimer(act: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): number {
    const id = ++last
    const ring = () => {
      waiting.delete(id)
      act(...given)
    }
    waiting.set(id, clock.timer(ms, ring))
    return id
  }

  function clearTimer(id?: number) {
    waiting.get(id!)?.()
    waiting.delete(id!)
  }

  return {
    setTimeout: setTimer,
    clearTimeout: clearTimer,
    requestAnimationFrame: (act: (at: number) => void) =>
      setTimer(() => act(clock.now() - start), FRAME),
    cancelAnimationFrame: clearTimer,
    performance: { now: () => clock.now() - start },
  }
}
