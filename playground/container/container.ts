/** The container of one page: keeps the reader's newest code running in it and reports its state. */
import { type BootOptions, boot, type Live } from './boot.ts'
import { type Clock, systemClock, within } from './clock.ts'
import { type Ended, endOf, exited } from './ended.ts'
import { type MountFiles, mountTree } from './engine-files.ts'
import { asProblem, noAddress } from './errors.ts'
import { Hearers } from './hearers.ts'
import { followCheck, notRun } from './lesson-check.ts'
import type { SupervisorEvent } from './messages.ts'
import { ProjectFiles } from './project-files.ts'
import { Screen } from './screen.ts'
import type { Container, ContainerState, Problem, Project, StepResult } from './types.ts'
import { type BootContainer, bootWebContainer } from './webcontainer.ts'

export interface ContainerOptions {
  host: 'self' | 'stackblitz'
  /**
   * The page of our own host; its `?client_id=` is the token. A function is called right before the boot,
   * since tokens expire soon.
   */
  iframeUrl?: BootOptions['iframeUrl']
  /** StackBlitz's key for commercial use. */
  apiKey?: BootOptions['apiKey']
  /** `.telar/**` and `node_modules/telar/**`, by path. */
  engineFiles: () => Promise<MountFiles>
  clock?: Clock
  workdirName?: string
  /** Boots the container; by default in the page, unless a test passes another function. */
  bootContainer?: BootContainer
}

/** Nothing happens before the first `boot` or `run`. A page can have one booted container at a time. */
export function createContainer(options: ContainerOptions): Container {
  return new PageContainer(options)
}

const SERVER_PORT = 3000
const ADDRESS_MS = 30_000

interface Waiting {
  project: Project
  /** An edit keeps the current preview; Run may start a new one. */
  goesOn: boolean
  settled: Promise<void>
}

class PageContainer implements Container {
  private readonly options: Omit<BootOptions, 'host'> & Pick<ContainerOptions, 'host'>
  private readonly screen: Screen
  private readonly hearers = new Hearers()
  private booting: Promise<Live> | undefined
  private live: Live | undefined
  private files = new ProjectFiles()
  private url: string | undefined
  private onUrl = () => {}
  private runs = 0
  /** The run whose process serves the page. */
  private serving = 0
  /** Faults of a run that does not serve yet. */
  private early: Problem[] = []
  private checks = 0
  private waiting: Waiting | undefined
  private turn: Promise<void> = Promise.resolve()

  constructor(options: ContainerOptions) {
    this.options = { clock: systemClock, bootContainer: bootWebContainer, ...options }
    this.screen = new Screen(options.host, this.options.clock)
  }

  getState = (): ContainerState => this.screen.state

  subscribe = (listener: () => void): (() => void) => this.screen.subscribe(listener)

  /** Never rejects: a failed boot is a phase. */
  async boot(): Promise<void> {
    await this.machine().catch(() => undefined)
  }

  run(project: Project): Promise<void> {
    return this.submit(project, false)
  }

  update(project: Project): Promise<void> {
    const { phase } = this.getState()
    const shown = ['starting', 'running', 'swapping', 'failed', 'asleep'].includes(phase.name)
    const fell = phase.name === 'ended' && (phase.reason === 'loop' || phase.reason === 'exit')
    // An edit after an end may boot another container; one that never ran is started by Run.
    return fell || (this.live && shown) ? this.submit(project, true) : Promise.resolve()
  }

  async stop(): Promise<void> {
    this.waiting = undefined
    await this.turn
    const { live } = this
    if (!live) return
    const stopped = this.hearers.first((event) => event.type === 'stopped')
    live.link.send({ type: 'stop' })
    await stopped
    if (this.live === live) this.screen.happen({ type: 'stopped' })
  }

  async wake(): Promise<void> {
    // Any request wakes it; if it has ended meanwhile, that is reported separately.
    await this.live?.machine.fs.readdir('.').catch(() => {})
  }

  clearConsole(): void {
    this.screen.clear()
  }

  async teardown(): Promise<void> {
    const { booting } = this
    this.letGo()
    this.screen.happen({ type: 'torn-down' })
    // One that is still booting is torn down when it is ready.
    await booting?.then(({ machine }) => machine.teardown()).catch(() => {})
  }

  async *check(project: Project, check: string, over?: AbortSignal): AsyncIterable<StepResult> {
    const live = await this.machine().catch(() => undefined)
    if (over?.aborted) return
    if (!live) return yield notRun('There is no container to check in; the problem above says why.')
    const { machine, link } = live
    const number = ++this.checks
    // A folder of its own: what is edited or run meanwhile must not get into it.
    const folder = `.telar/checks/${number}`
    const sources = Object.entries(project.files).map(([file, text]) => [
      `${folder}/files/${file}`,
      text,
    ])
    await machine.mount(
      mountTree({ ...Object.fromEntries(sources), [`${folder}/check.ts`]: check }),
    )
    const files = Object.keys(project.files)
    yield* followCheck(
      { type: 'check', check: number, folder, files, entry: project.entry },
      {
        send: (command) => link.send(command),
        hear: (hearer) => this.hearers.add(hearer),
        clock: this.options.clock,
        over,
      },
    )
  }

  // Edits that come during a swap are merged: only the newest text matters.
  private submit(project: Project, goesOn: boolean): Promise<void> {
    if (this.waiting) {
      this.waiting.project = project
      this.waiting.goesOn &&= goesOn
      return this.waiting.settled
    }
    const mine: Waiting = { project, goesOn, settled: this.turn }
    this.waiting = mine
    mine.settled = this.turn.then(async () => {
      if (this.waiting !== mine) return
      this.waiting = undefined
      await this.swap(mine)
    })
    this.turn = mine.settled
    return mine.settled
  }

  private async swap({ project, goesOn }: Pick<Waiting, 'project' | 'goesOn'>): Promise<void> {
    const live = await this.machine().catch(() => undefined)
    // The phase already says why there is none.
    if (!live) return
    const run = ++this.runs
    this.early = []
    this.screen.happen({ type: 'asked', run, url: goesOn ? this.url : undefined })
    try {
      await this.files.write(live.machine, project)
      const outcome = this.hearers.first((event) => settles(event, run))
      const { entry } = project
      live.link.send({ type: 'swap', run, files: Object.keys(project.files), entry })
      const settled = await outcome
      if (settled?.type === 'lost') return await this.renew(live, project)
      if (settled?.type !== 'serving') return
      this.serving = run
      const url = await this.address()
      if (this.live === live)
        this.screen.happen({ type: 'serving', run, url, problems: this.early })
    } catch (error) {
      if (this.live === live) this.refuse([asProblem(error, 'host')], false)
    }
  }

  // The reader's code has deleted files that this container needs.
  private async renew(live: Live, project: Project): Promise<void> {
    this.letGo()
    live.machine.teardown()
    this.screen.note(this.runs, FILES_LOST)
    await this.swap({ project, goesOn: false })
  }

  private async address(): Promise<string> {
    const known = new Promise<string>((resolve) => {
      this.onUrl = () => this.url !== undefined && resolve(this.url)
      this.onUrl()
    })
    return await within(this.options.clock, ADDRESS_MS, known, () =>
      noAddress(SERVER_PORT, ADDRESS_MS),
    )
  }

  private machine(): Promise<Live> {
    if (this.booting) return this.booting
    const booting = this.start(() => this.booting === booting)
    this.booting = booting
    return booting
  }

  // A boot that was abandoned must not report anything.
  private async start(isCurrent: () => boolean): Promise<Live> {
    const when =
      <Given extends unknown[]>(then: (...given: Given) => void) =>
      (...given: Given) => {
        if (isCurrent()) then(...given)
      }
    try {
      // Lets `booting` be set before the first step is reported.
      await Promise.resolve()
      const live = await boot(this.options, {
        onStep: when((step) => this.screen.happen({ type: 'step', step })),
        onQueued: when((position) => this.screen.happen({ type: 'queued', position })),
        onSleep: when((isAsleep) => this.screen.happen({ type: isAsleep ? 'asleep' : 'awake' })),
        onEvent: when((event) => this.onEvent(event)),
        onText: when((text) => this.screen.print({ run: this.runs, stream: 'system', text })),
        onAddress: when((port, url) => {
          if (port === SERVER_PORT) this.url = url
          this.onUrl()
        }),
        onEnd: when((ended) => this.end(ended)),
      })
      if (!isCurrent()) return live
      this.live = live
      this.screen.happen({ type: 'booted' })
      return live
    } catch (error) {
      if (isCurrent()) {
        this.booting = undefined
        const ended = endOf(error)
        if (ended) {
          this.screen.note(this.runs, ended.message)
          this.screen.happen({ type: 'ended', ...ended })
          throw error
        }
        const problem = asProblem(error, this.options.host === 'self' ? 'host' : 'network')
        this.screen.tell(this.runs, [problem])
        this.screen.happen({ type: 'boot-failed', problem })
      }
      throw error
    }
  }

  private onEvent(event: SupervisorEvent): void {
    const { screen } = this
    if (event.type === 'step' && !this.live) screen.happen({ type: 'step', step: event.step })
    if (event.type === 'console') screen.print({ ...event, run: event.run || this.runs })
    if (event.type === 'refused') this.refuse(event.problems, event.alive)
    if (event.type === 'reset') screen.happen({ type: 'reset', fields: event.fields })
    // Faults of code that was already replaced are ignored.
    if (event.type === 'fault' && this.isComing(event.run)) {
      screen.tell(event.run, [event.problem])
      this.early.push(event.problem)
    } else if (event.type === 'fault' && event.run === this.serving) {
      screen.tell(event.run, [event.problem])
      screen.happen({ type: 'fault', problem: event.problem })
    }
    if (event.type === 'again' && event.run === this.serving) screen.again(event)
    if (event.type === 'blocked') {
      const { problem } = event
      screen.tell(event.run, [problem])
      screen.happen({ type: 'ended', reason: 'loop', message: problem.message, problem })
    }
    if (event.type === 'exited') {
      const ended = exited(event.code, event.signal)
      screen.note(event.run, ended.message)
      screen.happen({ type: 'ended', ...ended })
    }
    this.hearers.tell(event)
  }

  private isComing(run: number): boolean {
    const { phase } = this.getState()
    return (phase.name === 'starting' || phase.name === 'swapping') && phase.run === run
  }

  // Each pause in typing is a run: printing every failed start would fill the console.
  private refuse(problems: Problem[], alive: boolean): void {
    this.screen.happen({ type: 'refused', problems, alive })
  }

  // The host ended the container. The library can boot another one.
  private end({ reason, message }: Ended): void {
    const { live } = this
    if (!live) return
    this.letGo()
    live.machine.teardown()
    this.screen.note(this.runs, message)
    this.screen.happen({ type: 'ended', reason, message })
  }

  private letGo(): void {
    this.waiting = undefined
    this.booting = undefined
    this.live = undefined
    this.url = undefined
    this.files = new ProjectFiles()
    this.hearers.tell(undefined)
  }
}

function settles(event: SupervisorEvent, run: number): boolean {
  const kinds: SupervisorEvent['type'][] = ['serving', 'refused', 'lost', 'blocked', 'exited']
  return kinds.includes(event.type) && 'run' in event && event.run === run
}

const FILES_LOST =
  'Your code deleted files that its container needs. This is a new container; what your handlers had stored is gone.'
