/** What the runner uses of the engine, as it finds it in the container's own `node_modules`. */
import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import type { StepResult } from '../types.ts'

/** The door `telar`. */
export interface EngineDoor {
  page(path: string, view: unknown, options: PageOptions): EnginePage
  Layout?: new (...given: never[]) => object
}

/** What `page()` gives. */
export interface EnginePage extends PageOptions {
  path: string
}

export interface PageOptions {
  title?: string
  head?: string
  css?: string
  debug?: boolean
  frameAncestors?: string
}

/** A fault of a running session: what was thrown, and where it happened. */
export interface EngineFault {
  error: unknown
  code: string
  component?: string
  handler?: string
}

export interface LiveOptions {
  pages: EnginePage[]
  store?: unknown
  secret?: string
  hosts?: readonly string[]
  logger?: unknown
  limits?: { startWait?: number }
  /** Called for each fault of a handler, timer, message or render. */
  onFault(fault: EngineFault): void
  /** Told before and after code of the reader's runs. */
  watch?: { enter(component: string, handler: string): void; leave(): void }
  /** Called for the fields that a take-over could not restore. */
  onReset?(fields: { component: string; field: string; why: string }[]): void
}

export interface Live {
  attach(server: HttpServer): void
  /** False, with nothing done, for a path that is nobody's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** Finishes running handlers, writes their state and sends the tabs to the next process. */
  drain(code?: number, reason?: string): Promise<void>
}

/** The door `telar/server`. */
interface ServerDoor {
  telar(options: LiveOptions): Live
  fileStore(folder: string): unknown
  silentLogger: unknown
}

/** What `check()` gives. */
export interface CheckPlan {
  /** A hint that is made of what went wrong is known only then. */
  steps: { id: string; title: string; hint?: string | ((failure: never) => string) }[]
}

/** The door `telar/testing`. */
interface TestingDoor {
  runCheck(
    plan: CheckPlan,
    subject: { component: unknown; files: Record<string, string> },
  ): AsyncIterable<StepResult>
}

// The names are put together so that no bundler follows them: they are the container's own packages.
const door = <Door>(name: string) =>
  import(['telar', name].filter(Boolean).join('/')) as Promise<Door>

export const engineDoor = () => door<EngineDoor>('')
export const serverDoor = () => door<ServerDoor>('server')
export const testingDoor = () => door<TestingDoor>('testing')
