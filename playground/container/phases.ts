/** PURE: what the screen shows after each event of a container. */
import type { ResetField } from './messages.ts'
import type { ConsoleLine, ContainerState, EndReason, Phase, Problem, Step } from './types.ts'

export type Happening =
  | { type: 'step'; step: Step }
  /** All containers are in use: its place in the queue. */
  | { type: 'queued'; position: number }
  | { type: 'asleep' }
  | { type: 'awake' }
  | { type: 'booted' }
  | { type: 'boot-failed'; problem: Problem }
  /** `url`: the preview that stays, if the phase no longer has one. */
  | { type: 'asked'; run: number; url?: string }
  /** `problems`: what went wrong during the start but did not keep it from serving. */
  | { type: 'serving'; run: number; url: string; problems: Problem[] }
  | { type: 'refused'; problems: Problem[]; alive: boolean }
  | { type: 'reset'; fields: ResetField[] }
  | { type: 'fault'; problem: Problem }
  | { type: 'ended'; reason: EndReason; message: string; problem?: Problem }
  | { type: 'stopped' }
  | { type: 'torn-down' }
  | { type: 'printed'; lines: ConsoleLine[] }
  | { type: 'cleared' }

/** A console that is never cleared must not grow for ever. */
export const CONSOLE_LINES = 1000

export const initialState = (host: ContainerState['host']): ContainerState => ({
  phase: { name: 'idle' },
  problems: [],
  console: [],
  dropped: 0,
  host,
})

export function next(state: ContainerState, happening: Happening): ContainerState {
  switch (happening.type) {
    case 'step':
      return { ...state, phase: { name: 'booting', step: happening.step } }
    case 'queued':
      return { ...state, phase: queued(state.phase, happening.position) }
    case 'asleep':
      return { ...state, phase: asleep(state.phase) }
    case 'awake':
      return { ...state, phase: awake(state.phase) }
    case 'booted':
      return { ...state, phase: { name: 'ready' } }
    case 'boot-failed':
      return failed(state, [happening.problem], undefined)
    case 'asked':
      return { ...state, phase: asked(happening.run, urlOf(state.phase) ?? happening.url) }
    case 'serving': {
      const { kept: _before, ...rest } = state
      const { run, url, problems } = happening
      // Problems of the old code are removed with it.
      const console = state.console.filter((line) => !line.problem || line.run === run)
      return { ...rest, phase: { name: 'running', run, url }, problems, console }
    }
    case 'refused':
      return failed(state, happening.problems, happening.alive ? urlOf(state.phase) : undefined)
    case 'reset':
      return { ...state, kept: { reset: [...(state.kept?.reset ?? []), ...happening.fields] } }
    case 'fault':
      return { ...state, problems: withProblem(state.problems, happening.problem) }
    case 'ended': {
      const { reason, message, problem } = happening
      const problems = problem ? withProblem(state.problems, problem) : state.problems
      return { ...state, phase: { name: 'ended', reason, message }, problems }
    }
    case 'stopped':
      return { ...state, phase: { name: 'stopped' } }
    case 'torn-down':
      return { ...initialState(state.host), console: state.console, dropped: state.dropped }
    case 'printed': {
      const lines = [...state.console, ...happening.lines]
      const gone = Math.max(0, lines.length - CONSOLE_LINES)
      return { ...state, console: lines.slice(gone), dropped: state.dropped + gone }
    }
    case 'cleared':
      return { ...state, console: [], dropped: 0 }
    default:
      return happening satisfies never
  }
}

/** The address of a preview that is shown, current or old. */
export function urlOf(phase: Phase): string | undefined {
  return 'url' in phase ? phase.url : undefined
}

function queued(phase: Phase, position: number): Phase {
  const waits = phase.name === 'booting' || phase.name === 'asleep' || phase.name === 'swapping'
  return waits ? { ...phase, position } : phase
}

function asleep(before: Phase): Phase {
  const url = urlOf(before)
  return { name: 'asleep', before, ...(url !== undefined && { url }) }
}

function awake(phase: Phase): Phase {
  if (phase.name === 'asleep') return phase.before
  if (phase.name !== 'swapping') return phase
  const { position: _over, ...rest } = phase
  return rest
}

function asked(run: number, url: string | undefined): Phase {
  return url === undefined ? { name: 'starting', run } : { name: 'swapping', run, url }
}

function failed(
  state: ContainerState,
  problems: Problem[],
  url: string | undefined,
): ContainerState {
  const problem = problems[0] as Problem
  const phase: Phase =
    url === undefined ? { name: 'failed', problem } : { name: 'failed', problem, url }
  return { ...state, phase, problems }
}

// A timer that throws each second is one problem, reported once.
function withProblem(problems: Problem[], problem: Problem): Problem[] {
  const same = (other: Problem) =>
    other.message === problem.message &&
    other.file === problem.file &&
    other.line === problem.line &&
    other.column === problem.column
  return problems.some(same) ? problems : [...problems, problem]
}
