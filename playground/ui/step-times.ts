/** PURE: how long each step of a start took, and the whole, from the phases of a container. */
import type { Phase, Step } from '../container/types.ts'

export interface Times {
  readonly phase: Phase
  /** Milliseconds, by step. */
  readonly took: Readonly<Partial<Record<Step, number>>>
  /** The step that goes on, and since when. */
  readonly step?: Step
  readonly since: number
  readonly begun?: number
  /** What runs now began so: a start, or new code in a running server; and after how many milliseconds. */
  readonly done?: { readonly way: 'start' | 'swap'; readonly ms: number }
}

export const noTimes: Times = { phase: { name: 'idle' }, took: {}, since: 0 }

/** A container that was ready for longer was booted ahead: a start begins after it. */
const AT_ONCE = 100

export function timed(before: Times, phase: Phase, now: number): Times {
  if (phase === before.phase) return before
  const { name } = before.phase
  const took = tookBy(before, now)
  switch (phase.name) {
    case 'booting': {
      const goesOn = name === 'booting' && before.begun !== undefined
      const begin = goesOn ? { took, begun: before.begun } : { took: {}, begun: now }
      return { phase, ...begin, step: phase.step, since: now }
    }
    case 'ready':
      return { phase, took, since: now, ...(before.begun !== undefined && { begun: before.begun }) }
    case 'starting': {
      const isBooted = name === 'booting' || name === 'ready'
      const goesOn = name === 'booting' || (name === 'ready' && now - before.since < AT_ONCE)
      const begun = goesOn ? (before.begun ?? now) : now
      return { phase, took: isBooted ? took : {}, step: 'server', since: now, begun }
    }
    case 'swapping':
      return {
        phase,
        took: {},
        since: now,
        begun: name === 'swapping' ? (before.begun ?? now) : now,
      }
    case 'running': {
      const way = name === 'swapping' ? 'swap' : 'start'
      const isKnown = before.begun !== undefined && (way === 'swap' || name === 'starting')
      const done = isKnown ? ({ way, ms: now - before.begun } as const) : undefined
      return { phase, took, since: now, ...(done && { done }) }
    }
    default:
      return { ...noTimes, phase, since: now }
  }
}

function tookBy({ took, step, since }: Times, now: number): Times['took'] {
  return step ? { ...took, [step]: (took[step] ?? 0) + now - since } : took
}
