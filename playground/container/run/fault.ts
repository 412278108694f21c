/** Turns a thrown value into a problem at the reader's file, line and column. */
import type { Fault as EngineFault } from 'telar'
import type { Owner, Problem } from '../types.ts'

export interface Frame {
  name: string
  file: string
  line: number
  column: number
}

/** What is known about a fault besides the value that was thrown. */
interface Circumstance {
  /** The reader's files: a stack frame in one of them is the reader's code. */
  files: readonly string[]
  owner?: Owner
  component?: string
  handler?: string
  source?: Problem['source']
}

export function toProblem(thrown: unknown, circumstance: Circumstance): Problem {
  const { files, component, handler } = circumstance
  const fault = asFault(thrown)
  const place = ownPlace(fault, files) ?? readersFrame(fault.stack ?? '', files)
  const problem: Problem = {
    owner: circumstance.owner ?? fault.owner ?? (place ? 'app' : 'engine'),
    code: typeof fault.code === 'string' ? fault.code : 'thrown',
    message: fault.message,
    source: circumstance.source ?? 'runtime',
  }
  if (component !== undefined) problem.component = component
  if (handler !== undefined) problem.handler = handler
  if (place) {
    problem.file = place.file
    if (place.line !== undefined) problem.line = place.line
    if (place.column !== undefined) problem.column = place.column
  }
  return problem
}

/** The same for a fault that the engine reports. */
export function faultProblem(
  { error, code, component, handler }: EngineFault,
  files: readonly string[],
): Problem {
  const problem = toProblem(error, { files, component, handler })
  return problem.code === 'thrown' ? { ...problem, code } : problem
}

/** The frames of a stack that are in the reader's files, innermost first. */
export function readersFrames(stack: string, files: readonly string[]): Frame[] {
  const frames: Frame[] = []
  for (const row of stack.split('\n')) {
    const match = /^\s*at (?:(.*?) \()?(?:async )?([^()\s]+):(\d+):(\d+)\)?$/.exec(row)
    if (!match) continue
    const [, name = '', file = '', line, column] = match
    if (files.includes(file)) {
      frames.push({
        name: name.replace(/^async /, ''),
        file,
        line: Number(line),
        column: Number(column),
      })
    }
  }
  return frames
}

const readersFrame = (stack: string, files: readonly string[]) => readersFrames(stack, files)[0]

interface Fault {
  message: string
  stack?: string
  code?: unknown
  owner?: Owner
  file?: string
  line?: number
  column?: number
}

const OWNERS: readonly string[] = ['app', 'engine', 'network', 'host']

function asFault(thrown: unknown): Fault {
  if (typeof thrown !== 'object' || thrown === null || !('message' in thrown)) {
    return {
      message: `Expected an Error to be thrown, received ${describe(thrown)}, which has no stack. Throw new Error(…).`,
      owner: 'app',
    }
  }
  const error = thrown as Record<string, unknown>
  const name = typeof error.name === 'string' && error.name !== 'Error' ? `${error.name}: ` : ''
  const own = typeof error.owner === 'string' && OWNERS.includes(error.owner)
  const fault: Fault = {
    message: own ? String(error.message) : `${name}${String(error.message)}`,
    code: error.code,
  }
  if (typeof error.stack === 'string') fault.stack = error.stack
  if (own) fault.owner = error.owner as Owner
  if (typeof error.file === 'string') fault.file = error.file
  if (typeof error.line === 'number') fault.line = error.line
  if (typeof error.column === 'number') fault.column = error.column
  return fault
}

function describe(value: unknown): string {
  try {
    return typeof value === 'string' ? `'${value}'` : String(value)
  } catch {
    return 'A value'
  }
}

// The engine's own errors (such as a template that does not parse) contain their place.
function ownPlace(
  fault: Fault,
  files: readonly string[],
): { file: string; line?: number; column?: number } | undefined {
  const { file, line, column } = fault
  return file !== undefined && files.includes(file) ? { file, line, column } : undefined
}
