/** One tab's side of a session: joins, applies frames in order, and sends what the visitor does. */
import { encodeUp } from '../../engine/protocol/event.ts'
import { FLAG_REPAINT } from '../../engine/protocol/opcodes.ts'
import type { Json, Up } from '../../engine/protocol/ops.ts'
import { type Apply, applyInWasm } from './apply.ts'
import { createDom } from './dom.ts'
import { createEvents, type Events } from './events.ts'
import type { ServerFault } from './faults.ts'
import type { createLater, Later } from './later.ts'
import { createQueue } from './queue.ts'
import { connect, type Link } from './socket.ts'
import type { Component } from './table.ts'
import type { Fault, Status, Watcher } from './watcher.ts'

export interface SessionOptions {
  url: string
  token: string
  /** The ownership that the page was painted under. */
  epoch: number
  /** May a driver run scripts in this page? */
  scripts?: boolean
  /** The decoder; where the page's policy forbids it, the one in JavaScript does the same. */
  wasm: Uint8Array
  /** Fetches the client's second file. */
  later(): Promise<{ createLater: typeof createLater }>
  watchers: Watcher[]
  /** The page as painted first. */
  adopt(heard: (event: string) => void): Component[]
}

const ACK_AFTER = 1000

export function startSession(options: SessionOptions): Link {
  const { watchers } = options
  const tell = (act: (watcher: Watcher) => void) => {
    for (const watcher of watchers) act(watcher)
  }
  const error = (fault: Fault) => tell((watcher) => watcher.error(fault))
  function status(now: Status) {
    document.documentElement.dataset.telar = now
    tell((watcher) => watcher.status(now))
  }
  let epoch = options.epoch
  /** The last frame applied, and the last one that the server knows of. */
  let frames = 0
  let told = 0
  let state: 'apart' | 'resuming' | 'repainting' | 'joined' = 'apart'
  /** A frame went wrong: what stands in the page is not what the server thinks. */
  let broken = false
  let everJoined = false
  let applying = false
  let ackDue = false
  const arrived: Uint8Array[] = []
  let apply: Apply | undefined
  let later: Later | undefined
  let incomplete = false
  const forLater: ((later: Later) => void)[] = []
  const whenLater = (act: (later: Later) => void) => (later ? act(later) : void forLater.push(act))

  const queue = createQueue(
    (event) => state === 'joined' && send({ ...event, frame: (told = frames) }),
    () => error(QUEUE_FULL),
  )
  const events: Events = createEvents(queue.add)
  const page = createDom(options.adopt(events.listen), {
    later: whenLater,
    listen: events.listen,
    acknowledge: queue.acknowledge,
    signal,
  })
  status('connecting')
  const link = connect({
    url: options.url,
    opened() {
      page.reset()
      // A damaged page says that it knows nothing, and is painted anew.
      const known = broken ? { epoch: 0, frame: 0 } : { epoch, frame: frames }
      const path = location.pathname + location.search
      send({ type: 'hello', token: options.token, ...known, seq: queue.seq, path })
    },
    message(bytes) {
      arrived.push(bytes)
      goOn()
    },
    closed() {
      state = 'apart'
      arrived.length = 0
      status('disconnected')
    },
    refused: () => status('refused'),
  })
  const compiled = applyInWasm(options.wasm, page.dom)
  const use = (decoder: Apply) => {
    apply = decoder
    goOn()
  }
  compiled.then(use, () => {})
  options.later().then(
    ({ createLater }) => {
      later = createLater({
        scripts: options.scripts === true,
        waits: (field) => queue.waits(field) || events.waits(field),
        reply: (id, data) => void send({ type: 'reply', id, data }),
        problem: (message) => error({ code: 'drive-failed', owner: 'app', message }),
        joined: () => everJoined,
        again: queue.again,
        rejoin,
        stop() {
          link.stop()
          status('refused')
        },
      })
      const { decodeFrame } = later
      watchers.push(later.status)
      for (const act of forLater) act(later)
      // Where a policy forbids WASM, the decoder in JavaScript does the same.
      compiled.catch(() => use((frame) => decodeFrame(frame, page.dom)))
      goOn()
    },
    (cause) => {
      incomplete = true
      error({ code: 'client-incomplete', owner: 'network', message: `${cause}` })
      goOn()
    },
  )
  return link

  // A DOM call may run the page's own code, which must not enter the decoder again.
  function goOn() {
    if (applying) return
    applying = true
    while (arrived[0] && apply) {
      if (!later && arrived[0][0]! & FLAG_REPAINT) {
        if (incomplete) location.reload()
        break
      }
      applyFrame(apply, arrived.shift()!)
    }
    applying = false
  }

  function applyFrame(apply: Apply, bytes: Uint8Array) {
    const start = performance.now()
    try {
      page.open(bytes)
      const ops = apply(bytes)
      const repainted = page.close()
      frames++
      if (repainted) broken = false
      if (state === 'resuming' || (state === 'repainting' && repainted)) joined()
      // The server keeps what a frame took out until it knows that it was applied; events tell it too.
      if (ops > 0 && !ackDue) setTimeout(sendAck, ACK_AFTER)
      ackDue ||= ops > 0
    } catch (cause) {
      error({ code: 'frame-malformed', owner: 'engine', message: `${cause}` })
      rejoin()
    }
    const ms = performance.now() - start
    tell((watcher) => watcher.frame?.('down', bytes, Date.now(), ms))
  }

  function rejoin() {
    broken = true
    link.rejoin()
  }

  function joined() {
    state = 'joined'
    status('connected')
    if (!everJoined) tell((watcher) => watcher.ready?.())
    everJoined = true
    queue.flush()
  }

  function sendAck() {
    ackDue = false
    if (frames > told && send({ type: 'ack', frame: frames })) told = frames
  }

  function send(up: Up): boolean {
    const bytes = encodeUp(up)
    if (!link.send(bytes)) return false
    tell((watcher) => watcher.frame?.('up', bytes, Date.now(), 0))
    return true
  }

  function signal(kind: number, value: Json) {
    const fields = (value ?? {}) as { [key: string]: Json }
    switch (kind) {
      case WELCOME:
        epoch = Number(fields.epoch)
        // Its own number, of which this frame is counted when it is applied.
        frames = told = Number(fields.frame) - 1
        queue.settle(Number(fields.applied))
        state = fields.resumed ? 'resuming' : 'repainting'
        break
      case ERROR:
        error(fields as unknown as Fault)
        return whenLater(({ refused }) => refused(fields as unknown as ServerFault))
      case RELOAD:
        location.reload()
        break
      case STALE:
        status('stale')
        break
    }
  }
}

// As in SIGNAL_KINDS of engine/protocol/names.ts, whose other kinds this client does not know.
const WELCOME = 1
const ERROR = 2
const RELOAD = 7
const STALE = 8

const QUEUE_FULL: Fault = {
  code: 'queue-full',
  owner: 'network',
  message: 'Over 1,000 events wait for the connection; more are dropped.',
}
