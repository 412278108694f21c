/** Keeps the reader's process: with a warm spare process, and a hand-over when the code changes. */
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SupervisorCommand, SupervisorEvent } from '../messages.ts'
import type { Problem } from '../types.ts'
import { blockedProblem } from './blocked.ts'
import { type BuildOptions, build } from './build.ts'
import { type Answer, Child, type ChildEvents } from './child-process.ts'
import { findDefinition, sourcesOf } from './definition.ts'
import { LOAD_MS, STEP_MS } from './own-time.ts'
import type { BuiltFiles } from './process-messages.ts'
import { locateSyntaxError } from './syntax.ts'
import { checkEnded, engineNotLoaded, filesLost, prepareFailed } from './verdict.ts'

interface SupervisorOptions {
  /** The reader's folder, and the one with the runner's own files. */
  root: string
  own: string
  stripper: BuildOptions['stripper']
  packages: BuildOptions['packages']
  say(event: SupervisorEvent): void
  port: number
}

// A process limits its own time, which on a busy machine is less than the time of a clock. This clock is the final limit.
const LONGEST_MS = 60_000
const WARM_MS = 30_000
// Loading may take long on a slow machine; an answer to "stop listening" may not.
const RELEASE_MS = 1000
const DRAIN_MS = 2000
const KEPT_BUILDS = 4
// A second one, for readers who type faster than a process starts.
const SPARES = 2
// The tab reconnects first; with two cores, a start at the same time would delay it.
const SPARE_AFTER_MS = 400
// A first page loads its scripts before it joins.
const SPARE_AFTER_FIRST_MS = 1500

export class Supervisor {
  private readonly options: SupervisorOptions
  private readonly secret = randomBytes(32).toString('base64url')
  /** Those that run; undefined while one waits for its process. */
  private readonly checks = new Map<number, Child | undefined>()
  private readonly spares: Child[] = []
  private current: Child | undefined
  private builds = 0
  /** Resolves when no process that was killed can still hold the port. */
  private freed: Promise<unknown> = Promise.resolve()

  constructor(options: SupervisorOptions) {
    this.options = options
  }

  /** Starts spare processes up to the number that should be ready. */
  startSpares(): void {
    while (this.spares.length < SPARES) this.spares.push(this.start())
  }

  /** Resolves when a spare is ready, or can't be. */
  async warmed(): Promise<void> {
    this.startSpares()
    await this.spares[0]?.warm(WARM_MS)
  }

  follow(command: SupervisorCommand): Promise<void> {
    switch (command.type) {
      case 'swap':
        return this.swap(command)
      case 'stop':
        return this.stop()
      case 'check':
        return this.check(command)
      case 'abandon':
        this.checks.get(command.check)?.kill()
        this.checks.delete(command.check)
        return Promise.resolve()
      default:
        return command satisfies never
    }
  }

  private async swap({
    run,
    files,
    entry,
  }: Extract<SupervisorCommand, { type: 'swap' }>): Promise<void> {
    if (!this.isWhole(files)) return this.options.say({ type: 'lost', run })
    const built = this.build({ files, entry })
    if ('problems' in built) return this.refuse(run, built.problems)

    const next = await this.takeSpare({ run })
    if (next) next.build = built
    if (!next) return this.refuse(run, [engineNotLoaded])
    const { port } = this.options
    const sessions = join(this.options.own, 'sessions')
    next.tell({ type: 'prepare', build: built, port, sessions, secret: this.secret })
    const prepared = await next.answer(['prepared', 'refused', 'blocked', 'waits'], LONGEST_MS)
    if (prepared.type !== 'prepared') return this.giveUp(next, prepared, built)

    await this.release()
    next.tell({ type: 'listen' })
    const listening = await next.answer(['listening', 'refused', 'blocked'], LONGEST_MS)
    if (listening.type !== 'listening') {
      this.drainLater(this.current)
      this.current = undefined
      return this.giveUp(next, listening, built)
    }
    const before = this.current
    this.current = next
    this.drainLater(before)
    // From now on, events go to the new code.
    await before?.answer(['draining'], RELEASE_MS)
    this.options.say({ type: 'serving', run, port: listening.port })
    this.spareLater(before ? SPARE_AFTER_MS : SPARE_AFTER_FIRST_MS)
  }

  // The old process stops listening first, so that the port is free for the new one.
  private async release(): Promise<void> {
    const old = this.current
    await this.freed
    if (!old || old.ended) return
    old.tell({ type: 'release' })
    const answer = await old.answer(['released'], RELEASE_MS)
    if (answer.type === 'released') return
    // It is blocked by a loop. What it had acknowledged is in the store.
    this.current = undefined
    this.kill(old)
    await this.freed
  }

  // The port is free when the process is gone, not when it is told to stop.
  private kill(child: Child): void {
    child.kill()
    this.freed = Promise.all([this.freed, child.exit])
  }

  private drainLater(old: Child | undefined): void {
    if (!old || old.ended) return
    old.tell({ type: 'drain' })
    const timer = setTimeout(() => old.kill(), DRAIN_MS)
    void old.exit.then(() => clearTimeout(timer))
  }

  private async giveUp(child: Child, answer: Answer, built: BuiltFiles): Promise<void> {
    this.kill(child)
    let problems = prepareFailed(answer, LOAD_MS / 1000)
    const unplaced = problems.find(isUnplacedSyntax)
    const place = unplaced && (await locateSyntaxError(built))
    if (unplaced && place) {
      problems = [{ ...unplaced, owner: 'app', code: 'syntax', source: 'compile', ...place }]
    }
    this.refuse(child.run, problems)
    this.spareLater()
  }

  private refuse(run: number, problems: Problem[]): void {
    const alive = this.current !== undefined && !this.current.ended
    this.options.say({ type: 'refused', run, alive, problems })
  }

  private async stop(): Promise<void> {
    const old = this.current
    this.current = undefined
    if (old && !old.ended) {
      this.drainLater(old)
      await old.exit
    }
    this.options.say({ type: 'stopped', run: old?.run ?? 0 })
  }

  private async check(command: Extract<SupervisorCommand, { type: 'check' }>): Promise<void> {
    const { check, files, entry } = command
    const folder = join(this.options.root, command.folder)
    const root = join(folder, 'files')
    const done = (problem?: Problem) => {
      rmSync(folder, { recursive: true, force: true })
      this.options.say(
        problem ? { type: 'check-ended', check, problem } : { type: 'check-ended', check },
      )
    }
    if (!this.isWhole([])) return done(filesLost)
    const added = [{ file: 'check.ts', path: join(folder, 'check.ts') }]
    const built = this.build({ root, files, entry, added })
    if ('problems' in built) return done(built.problems[0])
    this.checks.set(check, undefined)
    const child = await this.takeSpare({ check })
    if (!child) return done(engineNotLoaded)
    // It was abandoned meanwhile: the process is as good as before.
    if (!this.checks.has(check)) {
      this.spares.unshift(child)
      return done()
    }
    this.checks.set(check, child)
    child.tell({ type: 'check', build: built, check: 'check.ts', root, files })
    const answer = await child.answer(['checked', 'blocked', 'waits'], LONGEST_MS)
    this.checks.delete(check)
    child.kill()
    const problem = checkEnded(answer, STEP_MS / 1000)
    if (problem && child.step) {
      const { message } = problem
      this.options.say({
        type: 'checked',
        check,
        step: { ...child.step, state: 'failed', message },
      })
      done()
    } else done(problem)
    this.spareLater()
  }

  // The reader's code may delete the files that it runs from.
  private isWhole(files: string[]): boolean {
    const { root, own } = this.options
    const needed = [...files, join(own, 'child.mjs'), join('node_modules', 'telar', 'package.json')]
    return needed.every((file) => existsSync(resolve(root, file)))
  }

  private build(
    what: Pick<BuildOptions, 'files' | 'entry' | 'added'> & { root?: string },
  ): BuiltFiles | { problems: Problem[] } {
    const { root, own, stripper, packages } = this.options
    const folder = join(own, 'build', String(++this.builds))
    const old = join(own, 'build', String(this.builds - KEPT_BUILDS))
    rmSync(old, { recursive: true, force: true })
    return build({ root, into: folder, stripper, packages, ...what })
  }

  // Taken before it is awaited: a check and a swap may come at the same time.
  private async takeSpare(purpose: { run?: number; check?: number }): Promise<Child | undefined> {
    const child = this.spares.shift() ?? this.start()
    child.run = purpose.run ?? 0
    child.check = purpose.check ?? 0
    if (await child.warm(WARM_MS)) return child
    if (child.run > 0)
      this.options.say({ type: 'console', run: child.run, stream: 'err', text: child.early })
    return undefined
  }

  private spareLater(after = SPARE_AFTER_MS): void {
    setTimeout(() => this.startSpares(), after)
  }

  // If the watchdog could not read the stack, the handler's definition is used instead.
  private placed(problem: Problem, { build }: Child): Problem {
    const { component, handler } = problem
    if (problem.file !== undefined || !build || !component || !handler) return problem
    const definition = findDefinition(sourcesOf(build), component, handler)
    return definition ? blockedProblem({ component, handler }, undefined, definition) : problem
  }

  private start(): Child {
    const { own, root, say } = this.options
    const events: ChildEvents = {
      onText: ({ run }, stream, text) => say({ type: 'console', run, stream, text }),
      onEvent: (child, event) => {
        const { run } = child
        if (event.type === 'fault') say({ type: 'fault', run, problem: event.problem })
        if (event.type === 'again')
          say({ type: 'again', run, problem: event.problem, times: event.times })
        if (event.type === 'reset') say({ type: 'reset', run, fields: event.fields })
        if (event.type === 'step') say({ type: 'checked', check: child.check, step: event.step })
        if (event.type === 'blocked' && child === this.current) {
          this.current = undefined
          this.kill(child)
          say({ type: 'blocked', run, problem: this.placed(event.problem, child) })
        }
      },
      onExit: (child, code, signal) => {
        const spare = this.spares.indexOf(child)
        if (spare >= 0) this.spares.splice(spare, 1)
        if (child !== this.current) return
        this.current = undefined
        say({ type: 'exited', run: child.run, code, signal })
      },
    }
    return new Child(join(own, 'child.mjs'), root, events)
  }
}

const isUnplacedSyntax = (problem: Problem) =>
  problem.file === undefined && problem.message.startsWith('SyntaxError')
