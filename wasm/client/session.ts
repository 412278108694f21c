/** One tab's side of a session: joins, applies frames in order, and sends the visitor's events. */
import { encodeEvent, encodeMessage } from '../../engine/protocol/event.ts'
import { aheadOf, KNOWN_FROM, numberOf } from '../../engine/protocol/frame-number.ts'
import {
  FLAG_REPAINT,
  SIGNAL_ANSWER,
  SIGNAL_PATCH,
  SIGNAL_TITLE,
  SIGNAL_WELCOME,
  UP_ACK,
  UP_HELLO,
  UP_PING,
} from '../../engine/protocol/opcodes.ts'
import type { Answer, Json } from '../../engine/protocol/ops.ts'
import type { PageConfig, TabFault, Welcome } from '../../engine/protocol/signals.ts'
import { WINDOW } from '../../engine/protocol/window.ts'
import { adoptPage } from './adopt.ts'
import { type Apply, applyInWasm } from './apply.ts'
import { createDom, type Surroundings, type Written } from './dom.ts'
import type { Driver } from './drive.ts'
import { createEvents, type Events } from './events.ts'
import type { SessionHandle } from './handle.ts'
import { createInputs, type Inputs } from './input.ts'
import { createLine } from './line.ts'
import { type Load, type Parts, partFor } from './parts.ts'
import { mark } from './pending.ts'
import { createQueue, type Heard } from './queue.ts'
import { connect } from './socket.ts'
import { handlerSlot } from './table.ts'
import { tools } from './tools.ts'
import type { Transport } from './transport.ts'
import type { Status, Watcher } from './watcher.ts'

const ACK_AFTER = 1000
const RETRY_AFTER = 1000

export interface SessionOptions {
  config: PageConfig
  /** The element that contains the page. */
  root: Element
  transport: Transport
  /** The decoder. */
  wasm: Uint8Array
  /** Loads the client's other files. */
  load: Load
  watcher?: Watcher | undefined
}

export function startSession({ config, root, transport, wasm, load, watcher }: SessionOptions) {
  const session = {
    config,
    newest: 0,
    told: 0,
    phase: 'apart',
    limits: WINDOW,
  } as SessionHandle
  let applying = false
  let ackTimer: ReturnType<typeof setTimeout> | undefined
  const arrived: Uint8Array[] = []
  /** Undefined while frames must wait. */
  let apply: Apply | undefined
  let driver: Driver | undefined
  let sendParts: Parts['trouble']['sendParts'] | undefined

  const queue = createQueue(sendEvent, settled, mark)
  const parts: { [Name in keyof Parts]?: Promise<Parts[Name]> } = {}
  const events: Events = createEvents(
    root,
    queue,
    (name) => {
      const part = partFor(name)
      if (part) need(part, ({ found }) => found(name, events, session))
    },
    () => inputs,
  )
  const inputs: Inputs = createInputs(need, events.waits)
  const readPage = () =>
    adoptPage(root, events.listen, (cause) => {
      session.broken = true
      error({ code: 'page-moved', owner: 'app', message: `${cause}` })
    })
  const around: Surroundings = {
    inputs,
    listen: events.listen,
    acknowledge: queue.acknowledge,
    signal,
  }
  const page = createDom(readPage(), around)
  // Translators and other scripts write into the page too. Text changes are not observed: that would make each text write slower.
  const others = new MutationObserver((records) => {
    if (
      records.some(
        ({ addedNodes, removedNodes }) => removedNodes[0] || addedNodes[0] instanceof Text,
      )
    )
      first('extras', ({ noteChanges }) => noteChanges(records))
  })
  const watch = () => others.observe(root, { subtree: true, childList: true })
  watch()
  const tell = createLine((now) => need('trouble', ({ say }) => say(now)))
  status('connecting')
  const link = connect(transport, {
    opened: greet,
    message: goOn,
    pulse: () => encodeMessage(UP_PING, [queue.seq]),
    parted(refused) {
      session.phase = 'apart'
      // What a server says as it refuses stands outside of any session, and is heard however late the page is ready.
      const last = arrived.filter((bytes) => refused && numberOf(bytes) === 0)
      arrived.splice(0, arrived.length, ...last)
      status(refused ? 'refused' : 'disconnected')
    },
  })
  Object.assign(session, {
    gate: events.gate,
    inputs,
    queue,
    link,
    tools,
    watcher,
    page,
    others,
    arrived,
    error,
    status,
    rejoin,
    send,
    need,
    greet,
    readPage,
  })
  // Entries of an earlier document lead to this page too.
  if (history.state?.telar) events.listen('link')
  applyInWasm(wasm, page.dom).then(ready, () =>
    // If a policy forbids WASM, the decoder in JavaScript does the same.
    need('decoder', ({ decodeFrame }) =>
      ready((frame) => decodeFrame(frame, page.dom, tools.refusal)),
    ),
  )

  function greet() {
    const { broken, config, newest } = session
    const hello = {
      token: config.token,
      // A damaged page says that it knows nothing, and is painted again.
      epoch: broken ? 0 : config.epoch,
      frame: broken ? 0 : newest,
      seq: queue.seq,
      path: location.pathname + location.search,
      templates: page.reset(),
    }
    return send(encodeMessage(UP_HELLO, [], hello))
  }

  function ready(decoder: Apply) {
    inputs.ready(() => {
      const handOn = events.begin()
      return () => {
        handOn()
        use(decoder)
      }
    })
  }

  function error(fault: TabFault) {
    console.warn(`telar ${fault.code}: ${fault.message}`)
    watcher?.error(fault)
  }

  function status(now: Status) {
    document.documentElement.dataset.telar = now
    tell(now)
    watcher?.status(now)
  }

  function use(decoder: Apply) {
    apply = decoder
    goOn(arrived.shift())
  }

  /** The same, before any later frame, which would overwrite the file's work. */
  function first<Name extends keyof Parts>(name: Name, act: (part: Parts[Name]) => void) {
    const decoder = apply
    apply = undefined
    need(name, (part) => {
      act(part)
      // Whatever waits already continues by itself.
      if (decoder) use(decoder)
    })
  }

  /** Runs something with a file of the client, in the order in which files are needed. */
  function need<Name extends keyof Parts>(name: Name, act: (part: Parts[Name]) => void) {
    const part: Promise<Parts[Name]> = (parts[name] ??= fetched(name) as (typeof parts)[Name])!
    part.then(act)
  }

  /** However often that fails. */
  function fetched<Name extends keyof Parts>(name: Name, again = false): Promise<Parts[Name]> {
    return load(name, again).catch(async (cause) => {
      if (!again) error({ code: 'client-incomplete', owner: 'network', message: `${cause}` })
      // A server that responds but does not have the file has another version.
      else if (link.alive()) location.reload()
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER))
      return fetched(name, true)
    })
  }

  /** Applies the frames that have arrived. */
  function goOn(bytes?: Uint8Array) {
    // A DOM call may run the page's own code, which must not enter the decoder again.
    if (applying || !apply) arrived.push(bytes!)
    else {
      applying = true
      // From here on the changes are ours. Observing fewer changes is cheaper than starting to observe again.
      const isLong = bytes && bytes.length > LONG
      if (isLong) others.disconnect()
      // Its consequences may have to be waited for.
      for (; bytes; bytes = (apply as Apply | undefined) && arrived.shift()) take(bytes)
      if (isLong) watch()
      else others.takeRecords()
      applying = false
    }
  }

  function take(bytes: Uint8Array) {
    const number = numberOf(bytes)
    if (session.phase === 'left') {
      if (number === 0) session.phase = 'apart'
      return
    }
    // Before the welcome no number is expected; frame 0 is outside of any session.
    if (session.phase !== 'apart' && number > 0) {
      const ahead = aheadOf(session.newest + 1, number)
      if (ahead >= KNOWN_FROM) return
      // A frame is missing: the page is consistent, but old.
      if (ahead > 0) return link.rejoin()
    }
    if (bytes[0]! & FLAG_REPAINT && !around.createRepaint) {
      arrived.unshift(bytes)
      return first('trouble', ({ createRepaint }) => Object.assign(around, { createRepaint }))
    }
    const start = watcher ? performance.now() : 0
    let ops = 0
    let written: Written | undefined
    let fault: TabFault | undefined
    try {
      ops = apply!(bytes)
      written = page.close()
    } catch (cause) {
      // Errors of DOM calls have no code.
      const unnamed = { code: 'frame-malformed', owner: 'engine', message: `${cause}` } as const
      fault = { ...unnamed, ...(cause as { code?: string }) }
    }
    // Before its consequences, so that observers see events in order.
    watcher?.frame('down', bytes, performance.now() - start)
    if (written) return applied(ops, written, number)
    error(fault!)
    rejoin()
  }

  function applied(ops: number, { repainted, calls }: Written, number: number) {
    if (number === 0) return
    // Its welcome was lost.
    if (session.phase === 'apart') return link.rejoin()
    session.newest++
    queue.close()
    inputs.fields?.flush()
    if (repainted) session.broken = false
    if (driver) driver.run(calls, repainted)
    else if (calls[0])
      first('extras', ({ createDriver }) => {
        driver = createDriver(session)
        driver.run(calls, false)
      })
    if (session.phase === 'resuming' || (session.phase === 'repainting' && repainted)) {
      session.phase = 'joined'
      status('connected')
      queue.sendWaiting()
    }
    // The server keeps what a frame removed until it knows that the frame was applied; events tell it too.
    if (ops > 0 && !ackTimer) ackTimer = setTimeout(acknowledge, ACK_AFTER)
  }

  function acknowledge() {
    ackTimer = undefined
    const { newest } = session
    if (newest > session.told && send(encodeMessage(UP_ACK, [newest]))) session.told = newest
  }

  function rejoin() {
    session.broken = true
    link.rejoin()
  }

  function send(bytes: Uint8Array): boolean {
    const sent = link.send(bytes)
    if (sent) watcher?.frame('up', bytes, 0)
    return sent
  }

  function signal(kind: number, value: Json) {
    if (kind === SIGNAL_WELCOME) welcome(value as unknown as Welcome)
    else if (kind === SIGNAL_ANSWER) queue.note(value as unknown as Answer)
    else if (kind === SIGNAL_TITLE) document.title = value as string
    else {
      // SIGNAL_PATCH and SIGNAL_NAVIGATE are 4 and 5.
      need(kind >> 1 === SIGNAL_PATCH >> 1 ? 'nav' : 'trouble', ({ hear }) =>
        hear(kind, value, session),
      )
    }
  }

  function welcome(greeting: Welcome) {
    session.config.epoch = greeting.epoch
    // Its number, which becomes the last applied one when the frame is applied.
    session.newest = session.told = greeting.frame - 1
    session.limits = greeting.window ?? WINDOW
    greeting.answers?.forEach(queue.note)
    queue.join(greeting.applied, session.limits)
    session.phase = greeting.resumed ? 'resuming' : 'repainting'
  }

  /** Returns how many bytes were sent; 0 as long as it must wait. */
  function sendEvent(heard: Heard, seq: number): number {
    if (session.phase !== 'joined') return 0
    const [component, slot] = handlerSlot(heard.element, heard.event)
    const data = slot ? heard.data : {}
    const event = { type: 'event', component, event: heard.event, slot, seq, data } as const
    const bytes = encodeEvent({ ...event, frame: (session.told = session.newest) })
    const { length } = bytes
    if (length <= session.limits.part) return send(bytes) ? length : 0
    if (sendParts) return sendParts(bytes, seq, session)
    need('trouble', (part) => {
      sendParts = part.sendParts
      queue.sendWaiting()
    })
    return 0
  }

  function settled(heard: Heard, answer?: Answer) {
    heard.done?.(answer)
    inputs.fields?.settled(heard, answer?.outcome)
    if (answer) need('trouble', ({ tell }) => tell(answer, heard, session))
  }
}

/** Bytes of a frame. */
const LONG = 1000
