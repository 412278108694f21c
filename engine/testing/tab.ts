/** One visitor's tab: what a test does in it and reads from it. */
import type { Bus } from '../bus/bus.ts'
import type { ComponentClass } from '../component/mount.ts'
import { silentLogger } from '../observe/log.ts'
import { decodeFrame, nameTable } from '../protocol/decode-ops.ts'
import { UP_ACK, UP_PING } from '../protocol/opcodes.ts'
import type { Frame } from '../protocol/ops.ts'
import { Silence } from '../server/silence.ts'
import { type SocketHost, TabSocket } from '../server/socket.ts'
import { isAboutStore, STORE_WAITS } from '../session/faults.ts'
import type { SessionPage, Visit } from '../session/options.ts'
import type { Session } from '../session/session.ts'
import { Acts } from './acts.ts'
import { type Cost, Sum } from './costs.ts'
import { documentFor } from './document.ts'
import { TestingError } from './errors.ts'
import type { FireOptions } from './fire.ts'
import { Keys } from './keys.ts'
import { listening, type Message, messagesOf } from './messages.ts'
import { Page } from './page.ts'
import { Pointer } from './pointer.ts'
import { findAll, findOne, type Query } from './query.ts'
import type { Scene } from './scene.ts'
import { Site, type SiteOptions } from './site.ts'
import { stateIn } from './state.ts'
import type { TabClock } from './tab-clock.ts'
import { markupOf, textOf } from './text.ts'
import { impossible, Visitor } from './visitor.ts'

/**
 * An open tab. "Last step" is the last thing done in any tab of this visit: an act, time that passed, a connection.
 *
 * @example
 * const tab = await visit(Counter)
 * const other = await tab.another()
 * await tab.click(byRole('button'))
 * tab.text() // 'Clicked 1 times'
 * tab.bytes // 8
 * tab.sentBytes // 6
 * tab.frames.length // 1
 * await tab.disconnect()
 * await tab.click(byRole('button'))
 * await tab.reconnect({ restarted: true })
 * tab.state // { count: 2 }
 * other.state // { count: 0 }
 */
export class Tab {
  /** The time of the server and of the page. */
  readonly clock: TabClock
  /** That of the page which the tab shows. */
  private current: Session | undefined
  private readonly page: Page
  private readonly visitor: Visitor
  private readonly pointer: Pointer
  private readonly acts: Acts
  private readonly keys: Keys
  private readonly scene: Scene
  private readonly silence: Silence
  private readonly bus: Bus
  private readonly number: number
  private step: { sum: Sum; sent: number; messages: Message[] } = emptyStep()
  private readonly marks: Sum[] = []
  /** Who joins next time, if that is somebody else. */
  private joins: { identity: unknown } | undefined
  private bytesBefore = 0
  private lingering = () => {}
  private titleText = ''
  private readonly site: Site | undefined
  private readonly cookies = new Map<string, string>()
  private again = () => Tab.open(this.scene)
  private answered = 200
  private agrees = true
  private readonly names = new WeakMap<object, ReturnType<typeof nameTable>>()

  private constructor(scene: Scene, site?: Site) {
    this.scene = scene
    this.site = site
    this.number = scene.nextTab()
    this.bus = listening(scene.bus, (message) => this.hear(message))
    this.clock = {
      now: () => scene.clock.now(),
      advance: (ms) => this.happen(() => scene.advance(ms)),
    }
    this.silence = new Silence(scene.pace, scene.limits.silence)
    this.page = new Page({
      clock: scene.clock,
      accept: (socket) => void new TabSocket(socket as never, this.host()),
      arrived: (bytes, socket) => this.arrived(bytes, socket),
      left: (bytes) => this.left(bytes),
      fault: ({ owner, code, message }) => {
        // What a component throws is reported by its session, and a store that fails is tried again.
        if ((owner !== 'app' && code !== STORE_WAITS.code) || code === 'redirect-loop')
          scene.failed(new TestingError('page-failed', message, { cause: code }))
      },
      threw: (error) => scene.failed(error as Error),
      fetch: (url) => scene.waitFor(this.fetched(url)),
      load: (url) => void scene.waitFor(this.load(url)).catch((error) => scene.failed(error)),
      confirm: (question) => {
        this.hear({ kind: 'asked', question })
        return this.agrees
      },
    })
    this.visitor = new Visitor(this.page)
    this.pointer = new Pointer(this.visitor)
    this.acts = new Acts(this.visitor, this.pointer)
    this.keys = new Keys(this.visitor, this.acts)
    scene.onBegin(() => {
      this.bytesBefore += this.step.sum.bytes
      this.step = emptyStep()
    })
  }

  /** Paints the page, as a first visit does, and joins it. */
  static async open(scene: Scene): Promise<Tab> {
    const tab = new Tab(scene)
    const session = await scene.open(await scene.newId(), tab.number, tab.bus)
    tab.titleText = session.titleText ?? ''
    tab.current = session
    tab.page.load(documentFor(session), `http://localhost${scene.visit.url ?? scene.visit.path}`)
    await tab.happen(() => tab.page.open())
    return tab
  }

  /** Opens an address of a server of pages. */
  static async visit(scene: Scene, address: string, options: SiteOptions): Promise<Tab> {
    const { store, clock, limits } = scene
    const create = async (page: SessionPage, visit: Visit): Promise<Session> =>
      scene.open(await scene.newId(), tab.number, tab.bus, undefined, { page, visit })
    const tab: Tab = new Tab(scene, new Site(options, { store, clock, limits, create }))
    tab.again = () => Tab.visit(scene, address, options)
    await tab.happen(() => tab.load(address))
    return tab
  }

  /** @internal Bytes that all tabs of its visit were sent so far. */
  static readonly sentIn = (tab: Tab): number => tab.scene.sent

  /** Clicks the element, with the effects of a click: a checkbox changes, a button submits its form. */
  click(what: Query | string): Promise<void> {
    return this.act(what, (element) => this.acts.click(element))
  }

  /** Clicks it twice, and then fires a double click. */
  dblclick(what: Query | string): Promise<void> {
    return this.act(what, (element) => this.acts.dblclick(element))
  }

  /** Replaces the text in a field by typing, and fires `change`. The focus stays there. */
  fill(what: Query | string, text: string): Promise<void> {
    return this.act(what, (element) => this.acts.fill(element, text))
  }

  /** Chooses an option of a select by value or label; of a select with `multiple` exactly those. */
  select(what: Query | string, ...options: string[]): Promise<void> {
    return this.act(what, (element) => this.acts.select(element, options))
  }

  /** Presses one key there: `Enter`, `a`, `Control+Enter`. Tab moves the focus. */
  press(what: Query | string, key: string): Promise<void> {
    return this.act(what, (element) => this.keys.press(element, key))
  }

  /** Submits the form that the element is, or is in. */
  submit(what: Query | string = 'form'): Promise<void> {
    return this.act(what, (element) => this.acts.submit(element))
  }

  /** Moves the mouse over the element, and away from where it was. */
  hover(what: Query | string): Promise<void> {
    return this.act(what, (element) => this.pointer.hover(element))
  }

  /** Drags a `draggable` element to one with `lv-drop`, and drops it there. */
  drag(what: Query | string, onto: Query | string): Promise<void> {
    return this.act(what, (element) => this.pointer.drag(element, this.one(onto)))
  }

  /** Moves the focus there, as the Tab key or a touch does. */
  focus(what: Query | string): Promise<void> {
    return this.act(what, (element) => this.acts.focus(element))
  }

  /** Removes the focus from where it is. */
  blur(): Promise<void> {
    return this.happen(() => this.acts.blur())
  }

  /**
   * Follows a link: clicks it, and goes where it leads, in this document or by loading another one. `confirm: false` is a visitor who
   * says no when asked about unsaved work.
   */
  follow(what: Query | string, { confirm = true }: { confirm?: boolean } = {}): Promise<void> {
    return this.act(what, async (element) => {
      const link = element.closest<HTMLAnchorElement>('a[href]')
      if (!link) throw impossible('follow', element, 'it is not a link')
      this.agrees = confirm
      const { window } = this.page
      let isKept = false
      const note = (event: Event) => {
        isKept = event.defaultPrevented
      }
      window.addEventListener('click', note)
      this.acts.click(element)
      window.removeEventListener('click', note)
      const isHere = link.href.split('#')[0] === window.location.href.split('#')[0] && link.hash
      if (this.site && !isKept && !isHere) await this.load(link.href)
    })
  }

  /** Goes back in the history of the document, as the browser's button does. */
  back(): Promise<void> {
    return this.happen(() => this.move(-1))
  }

  /** Goes forward again. */
  forward(): Promise<void> {
    return this.happen(() => this.move(1))
  }

  /** Fires any event at the element: for events without an act here, such as `pointermove`, `scroll` or a custom event. */
  fire(what: Query | string, type: string, options: FireOptions = {}): Promise<void> {
    return this.act(what, (element) => void this.visitor.fire(element, type, options))
  }

  /** Resolves when everything is shown that `cause`, or something outside of this visit, has set off. */
  settled(cause: () => void | Promise<void> = () => {}): Promise<void> {
    return this.happen(cause)
  }

  /** The visible text: white space collapsed, one line for each block. Of the whole page, or of one element. */
  text(what?: Query | string): string {
    return textOf(this.one(what))
  }

  /** The markup without the engine's markers. Of the whole page, or of one element's content. */
  html(what?: Query | string): string {
    return markupOf(this.one(what))
  }

  /** The text in a field. */
  value(what: Query | string): string {
    return (this.one(what) as HTMLInputElement).value
  }

  /** Whether a checkbox or radio button is on. */
  checked(what: Query | string): boolean {
    return (this.one(what) as HTMLInputElement).checked
  }

  /** Whether at least one element matches. */
  has(what: Query | string): boolean {
    return findAll(this.page, what).length > 0
  }

  /** Whether the element has the focus. */
  focused(what: Query | string): boolean {
    return this.page.focused === this.one(what)
  }

  /** The page's component's state: a copy of its fields. */
  get state(): Record<string, unknown> {
    return stateIn(this.session.tree.root, undefined, {})
  }

  /** The same of a component below it, by its class. @throws TestingError `component-not-found`, `component-ambiguous` */
  stateOf(
    component: ComponentClass,
    options: { key?: string | number } = {},
  ): Record<string, unknown> {
    return stateIn(this.session.tree.root, component, options)
  }

  /** Path, query and hash in the address bar. */
  get url(): string {
    return this.page.url
  }

  /** The status of the answer that brought the page. */
  get status(): number {
    return this.answered
  }

  /** The title of a page; in a visit to a component the one that it has set, empty before that. */
  get title(): string {
    return this.site ? this.page.document.title : this.titleText
  }

  /** The frames of the last step, decoded. */
  get frames(): readonly Frame[] {
    return this.step.sum.frames
  }

  /** Bytes that the last step's frames took on the wire. */
  get bytes(): number {
    return this.step.sum.bytes
  }

  /** Bytes that the tab has sent in the last step, without pings and acknowledgements. */
  get sentBytes(): number {
    return this.step.sent
  }

  /** What the last step's frames cost; see `costs`. */
  get cost(): Cost {
    return this.step.sum
  }

  /** Begins to count: what it returns grows with all that is sent from now on. For `expect(mark).toCost({ … })`. */
  mark(): Cost {
    const mark = new Sum()
    this.marks.push(mark)
    return mark
  }

  /** Bytes of all frames since the first. */
  get totalBytes(): number {
    return this.bytesBefore + this.step.sum.bytes
  }

  /** What this tab's components said besides their state in the last step: published, pushed, flashed, run as script. */
  get messages(): readonly Message[] {
    return this.step.messages
  }

  /** Opens the same page as another visitor, on the same server and the same bus. */
  async another(): Promise<Tab> {
    return this.again()
  }

  /** Cuts the network. The visitor can continue; their actions wait. After a minute the server stores the session and releases it. */
  disconnect(): Promise<void> {
    return this.happen(() => this.page.disconnect())
  }

  /**
   * Restores the network; `restarted`: meanwhile another process has taken the session over from its stored state; `identity`: what
   * `authenticate` says of the same login now.
   */
  reconnect({ restarted = false, ...who }: Reconnection = {}): Promise<void> {
    return this.happen(async () => {
      if ('identity' in who) this.joins = { identity: who.identity }
      this.page.disconnect()
      if (restarted) await this.session.end()
      this.page.reconnect()
    })
  }

  private get session(): Session {
    if (this.current) return this.current
    throw new TestingError(
      'page-failed',
      `Expected a page with a session at ${this.url}, received an answer with status ${this.status} that has none.`,
    )
  }

  private async move(delta: number) {
    if (await this.page.go(delta)) return
    throw new TestingError(
      'action-impossible',
      `Expected an entry ${delta < 0 ? 'before' : 'after'} this one in the history of the document, received none.`,
    )
  }

  /** As a browser loads an address. In a visit to a component no link leads anywhere. */
  private async load(address: string) {
    if (!this.site) return
    const { status, url, markup } = await this.site.get(address, this.cookies)
    this.answered = status
    this.current = undefined
    this.page.load(markup, url)
    this.page.open()
  }

  private async fetched(address: string) {
    if (!this.site) throw new TypeError('A visit to a component has no other pages.')
    const { status, url, markup } = await this.site.get(address, this.cookies)
    this.answered = status
    return { url, text: async () => markup }
  }

  private act(
    what: Query | string,
    act: (element: Element) => void | Promise<void>,
  ): Promise<void> {
    return this.happen(() => act(findOne(this.page, what)))
  }

  private happen(act: () => void | Promise<void>): Promise<void> {
    return this.scene.happen(act)
  }

  /** The process that this tab's sockets connect to. */
  private host(): SocketHost {
    const { scene } = this
    return {
      limits: scene.limits,
      clock: scene.pace,
      log: silentLogger,
      silence: this.silence,
      named: ({ token }) => ({ id: Site.sessionOf(token), asks: false }),
      claim: ({ token }) => scene.waitFor(this.claimed(Site.sessionOf(token))),
      joined: () => this.lingering(),
      left: (session) => {
        this.lingering = scene.clock.timer(scene.limits.linger, () => void session.end())
      },
    }
  }

  private async claimed(id: string): Promise<Session> {
    let session = this.scene.sessionOf(id)!
    if (session.ended) {
      session = await this.scene.takeOver(id, this.number, this.bus, this.joins)
    }
    session.identify(this.joins)
    this.current = session
    return session
  }

  private one(what: Query | string | undefined): Element {
    return what === undefined ? this.page.root : findOne(this.page, what)
  }

  private hear(message: Message) {
    if (message.kind === 'title') this.titleText = message.text
    this.step.messages.push(message)
  }

  private left(bytes: Uint8Array) {
    if (bytes[0] !== UP_PING && bytes[0] !== UP_ACK) this.step.sent += bytes.length
  }

  private arrived(bytes: Uint8Array, socket: object) {
    const names = this.names.get(socket) ?? nameTable()
    this.names.set(socket, names)
    const frame = decodeFrame(bytes, names)
    // A step is over when the store has it: that it had to be asked twice is not what the step has done.
    if (frame.ops.some(isAboutStore)) return
    for (const sum of [this.step.sum, ...this.marks]) sum.add(frame, bytes.length)
    this.scene.sent += bytes.length
    for (const message of messagesOf(frame)) this.hear(message)
  }
}

/** How a tab comes back. */
interface Reconnection {
  restarted?: boolean
  identity?: unknown
}

const emptyStep = () => ({ sum: new Sum(), sent: 0, messages: [] as Message[] })
