/** Boots a container, step by step, until the engine is ready in it. */
import { type Clock, within } from './clock.ts'
import { type Ended, readEnded } from './ended.ts'
import { type MountFiles, mountTree } from './engine-files.ts'
import { ContainerError } from './errors.ts'
import type { SupervisorEvent } from './messages.ts'
import { SupervisorLink } from './supervisor-link.ts'
import type { Step } from './types.ts'
import type { BootContainer, BootedContainer, RoomNote } from './webcontainer.ts'

export interface BootOptions {
  host: 'self' | 'stackblitz'
  iframeUrl?: string | (() => string | Promise<string>)
  /** StackBlitz's key for commercial use, requested right before the boot. */
  apiKey?: () => Promise<string | undefined>
  engineFiles: () => Promise<MountFiles>
  workdirName?: string
  bootContainer: BootContainer
  clock: Clock
}

interface BootEvents {
  onStep(step: Step): void
  /** All containers are in use; this page has that place in the queue, counted from 1. */
  onQueued(position: number): void
  /** Its processes were stopped to make room, or continue. */
  onSleep(isAsleep: boolean): void
  onEvent(event: SupervisorEvent): void
  onText(text: string): void
  onAddress(port: number, url: string): void
  /** The container, or the supervisor in it, is gone. Reported once. */
  onEnd(ended: Ended): void
}

/** A booted container. */
export interface Live {
  machine: BootedContainer
  link: SupervisorLink
}

// StackBlitz fetches its runtime from the network on a first visit.
const HOST_MS = 60_000
const ENGINE_MS = 60_000

export async function boot(options: BootOptions, events: BootEvents): Promise<Live> {
  const { host, workdirName, clock, bootContainer } = options
  events.onStep('page')
  const engineFiles = options.engineFiles()
  // It is awaited below; until then its failure must not count as unhandled.
  engineFiles.catch(() => {})
  const iframeUrl = await addressOf(options.iframeUrl)
  const apiKey = await options.apiKey?.()

  events.onStep('host')
  let excuse = () => {}
  const queued = new Promise<void>((resolve) => {
    excuse = resolve
  })
  const onRoom = (note: RoomNote) => {
    if (note.type !== 'container-queued') return events.onSleep(note.type === 'container-asleep')
    excuse()
    events.onQueued(note.position)
  }
  const machine = await within(
    clock,
    HOST_MS,
    bootContainer({ host, iframeUrl, apiKey, workdirName, onRoom }),
    () => hostLate(host),
    queued,
  )
  try {
    events.onStep('files')
    await machine.mount(mountTree(await engineFiles))
    events.onStep('engine')
    return { machine, link: await startSupervisor(machine, clock, events) }
  } catch (error) {
    machine.teardown()
    throw error
  }
}

async function startSupervisor(
  machine: BootedContainer,
  clock: Clock,
  events: BootEvents,
): Promise<SupervisorLink> {
  let ready = () => {}
  let fail = (_error: Error) => {}
  const stands = new Promise<void>((resolve, reject) => {
    ready = resolve
    fail = reject
  })
  let over = false
  const end = (ended: Ended) => {
    if (over) return
    over = true
    fail(new ContainerError('engine-not-loaded', 'host', ended.message))
    events.onEnd(ended)
  }
  machine.on('server-ready', events.onAddress)
  machine.on('error', ({ message }) => {
    const ended = readEnded(message)
    if (ended) end(ended)
    else events.onText(`${message}\n`)
  })
  const link = await SupervisorLink.open(machine, {
    onEvent: (event) => {
      if (event.type === 'ready') ready()
      events.onEvent(event)
    },
    onText: (text) => {
      const ended = readEnded(text)
      if (ended) end(ended)
      else events.onText(text)
    },
    onExit: (code) => end({ reason: 'exit', message: supervisorEnded(code) }),
  })
  await within(clock, ENGINE_MS, stands, engineLate)
  return link
}

async function addressOf(url: BootOptions['iframeUrl']): Promise<string | undefined> {
  return typeof url === 'function' ? await url() : url
}

function hostLate(host: 'self' | 'stackblitz'): ContainerError {
  const who = host === 'self' ? 'the container host' : 'StackBlitz'
  return new ContainerError(
    'host-late',
    host === 'self' ? 'host' : 'network',
    `Expected an answer from ${who} within ${HOST_MS / 1000} seconds, received none. Check that it can be reached, then reload the page.`,
  )
}

const engineLate = () =>
  new ContainerError(
    'engine-late',
    'host',
    `Expected the engine to start within ${ENGINE_MS / 1000} seconds, received no answer. The container may be short of processor time. Run again.`,
  )

const supervisorEnded = (code: number) =>
  `The process that watches your code ended with code ${code}. Run again to start it.`
