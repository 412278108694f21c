/** One visitor's tab: what a test does in it, and what it sees of it. */
import type { Bus } from '../bus/bus.ts'
import type { Frame, Json } from '../protocol/ops.ts'
import type { Session } from '../session/session.ts'
import { decodeState, encodeState } from '../state/codec.ts'
import { Acts } from './acts.ts'
import { Events } from './events.ts'
import { Link } from './link.ts'
import { Page } from './page.ts'
import { findAll, findOne, type Query } from './query.ts'
import type { Scene } from './scene.ts'
import { markupOf, textOf } from './text.ts'

/** What a component said beside its state. */
export type Message =
  | { kind: 'published'; topic: string; message: unknown }
  | { kind: 'pushed'; name: string; detail: Json }
  | { kind: 'script'; code: string }

/** The clock of a visit: it stands until it is told to go on, for the server and all tabs. */
export interface TabClock {
  now(): number
  /** Lets `ms` milliseconds pass. Each timer runs at its own time; resolves when all is shown. */
  advance(ms: number): Promise<void>
}

/** Milliseconds that a server keeps a session in memory after its tab is gone. */
const LINGER = 60_000

/** A tab that stands open. "Last step" is the last thing done in any tab of this visit: an act, time that passed, a connection. */
export class Tab {
  readonly clock: TabClock
  private session: Session
  private readonly page: Page
  private readonly link: Link
  private readonly acts: Acts
  private readonly scene: Scene
  private readonly bus: Bus
  private readonly number: number
  private step: { frames: Frame[]; bytes: number; messages: Message[] } = emptyStep()
  private bytesBefore = 0
  private lingering = () => {}

  private constructor(scene: Scene, session: Session, bus: Bus, number: number) {
    this.scene = scene
    this.session = session
    this.bus = bus
    this.number = number
    this.clock = {
      now: () => scene.clock.now(),
      advance: (ms) => this.happen(() => scene.advance(ms)),
    }
    this.page = new Page(session.rootMarker(), session.paint(), {
      reply: (id, data) => this.link.reply(id, data),
      pushed: (name, detail) => this.step.messages.push({ kind: 'pushed', name, detail }),
      script: (code) => this.step.messages.push({ kind: 'script', code }),
      signal: () => {},
    })
    this.link = new Link(session, {
      handler: (element, event) => this.page.slots.handler(element, event),
      joined: () => this.page.forgetTemplates(),
      apply: (frame, bytes) => this.apply(frame, bytes),
    })
    this.acts = new Acts(
      this.page,
      new Events(this.page, scene.clock, (heard) => this.link.add(heard)),
    )
    scene.onBegin(() => {
      this.bytesBefore += this.step.bytes
      this.step = emptyStep()
    })
  }

  /** Paints the page, as a first visit does, and joins it. */
  static async open(scene: Scene, number: number): Promise<Tab> {
    let tab: Tab | undefined
    const bus = listening(scene.bus, (topic, message) =>
      tab?.step.messages.push({ kind: 'published', topic, message }),
    )
    const session = await scene.open(`tab-${number}`, number, bus)
    tab = new Tab(scene, session, bus, number)
    await tab.reconnect()
    return tab
  }

  /** Clicks the element, with what a click does there: a checkbox changes, a button sends its form. */
  click(what: Query | string): Promise<void> {
    return this.act(what, (element) => this.acts.click(element))
  }

  /** Types a text over what stands in a field, or chooses an option by value or label; then leaves the field. */
  fill(what: Query | string, text: string): Promise<void> {
    return this.act(what, (element) => this.acts.fill(element, text))
  }

  /** Presses one key there: `Enter`, `a`, `Control+Enter`. */
  press(what: Query | string, key: string): Promise<void> {
    return this.act(what, (element) => this.acts.press(element, key))
  }

  /** Sends the form that the element is or stands in. */
  submit(what: Query | string = 'form'): Promise<void> {
    return this.act(what, (element) => this.acts.submit(element))
  }

  /** What can be read: white space collapsed, a line for each block. Of the whole page, or of one element. */
  text(what?: Query | string): string {
    return textOf(this.one(what))
  }

  /** The markup without what belongs to the engine. Of the whole page, or of one element's content. */
  html(what?: Query | string): string {
    return markupOf(this.one(what))
  }

  /** What stands in a field. */
  value(what: Query | string): string {
    return this.page.fields.value(this.one(what))
  }

  /** Whether a checkbox or radio button is on. */
  checked(what: Query | string): boolean {
    return this.page.fields.checked(this.one(what))
  }

  /** Whether at least one element fits. */
  has(what: Query | string): boolean {
    return findAll(this.page.root, what).length > 0
  }

  /** Whether the visitor's focus is there. */
  focused(what: Query | string): boolean {
    return this.page.focused === this.one(what)
  }

  /** The page's component's state: a copy of its fields. */
  get state(): Record<string, unknown> {
    return decodeState(encodeState(this.session.tree.root.component)).fields
  }

  /** The frames of the last step, decoded. */
  get frames(): readonly Frame[] {
    return this.step.frames
  }

  /** Bytes that the last step's frames took on the wire. */
  get bytes(): number {
    return this.step.bytes
  }

  /** Bytes of all frames since the first. */
  get totalBytes(): number {
    return this.bytesBefore + this.step.bytes
  }

  /** What was published and pushed by this tab's components in the last step. */
  get messages(): readonly Message[] {
    return this.step.messages
  }

  /** Opens the same page as another visitor, on the same server and the same bus. */
  async another(): Promise<Tab> {
    return Tab.open(this.scene, this.scene.nextTab())
  }

  /** Takes the network away. The visitor can go on; what they do waits. After a minute the server lets the session go to its store. */
  disconnect(): Promise<void> {
    return this.happen(() => {
      this.link.disconnect()
      this.lingering()
      this.lingering = this.scene.clock.timer(LINGER, () => void this.session.end())
    })
  }

  /** Brings the network back; `restarted`: meanwhile another process has taken the session up from its stored state. */
  reconnect({ restarted = false } = {}): Promise<void> {
    return this.happen(async () => {
      this.link.disconnect()
      this.lingering()
      if (restarted) await this.session.end()
      if (this.session.ended) {
        this.session = await this.scene.open(this.session.id, this.number, this.bus)
      }
      this.link.connect(this.session)
    })
  }

  private act(what: Query | string, act: (element: Element) => void): Promise<void> {
    return this.happen(() => act(findOne(this.page.root, what)))
  }

  private async happen(act: () => void | Promise<void>): Promise<void> {
    await this.scene.happen(act)
    this.link.acknowledge()
  }

  private one(what: Query | string | undefined): Element {
    return what === undefined ? this.page.root : findOne(this.page.root, what)
  }

  private apply(frame: Frame, bytes: Uint8Array) {
    this.step.frames.push(frame)
    this.step.bytes += bytes.length
    this.page.apply(frame)
  }
}

const emptyStep = () => ({ frames: [] as Frame[], bytes: 0, messages: [] as Message[] })

/** A bus that tells what is published through it. */
function listening(bus: Bus, heard: (topic: string, message: unknown) => void): Bus {
  return {
    subscribe: (pattern, receive) => bus.subscribe(pattern, receive),
    track: (topic, key, meta) => bus.track(topic, key, meta),
    present: (topic) => bus.present(topic),
    watch: (topic, receive) => bus.watch(topic, receive),
    counts: () => bus.counts(),
    close: () => bus.close(),
    publish(topic, message) {
      bus.publish(topic, message)
      heard(topic, message)
    },
  }
}
