/** The base class of components: state in its fields, the view in `getTemplate`, everything else optional. */
import type { Cursor, SubscribeOptions } from '../bus/bus.ts'
import type { Topic } from '../bus/topic.ts'
import { kindOf } from '../template/values.ts'
import { bindMethods } from './bound.ts'
import type { Component, Lifecycle, LiveDriver, SessionInfo, View } from './component.ts'
import { type PushOptions, type Standing, takeConstruction } from './construction.ts'
import { ComponentDriver } from './driver.ts'
import { ComponentError } from './errors.ts'
import type { ProvidedKey } from './provided.ts'
import { refuseShared } from './refuse-shared.ts'

export interface LiveComponent extends Lifecycle {}

/**
 * A component with state on the server. Own enumerable fields are its state; its methods are bound.
 *
 * @example
 * class Light extends LiveComponent {
 *   on = false
 *   toggle() {
 *     this.on = !this.on
 *   }
 *   getTemplate() {
 *     return html`<button lv-click=${this.toggle}>${this.on ? 'On' : 'Off'}</button>`
 *   }
 * }
 * const tab = await visit(Light)
 * await tab.click(byRole('button', { name: 'Off' }))
 * tab.text() // 'On'
 * @example
 * class Prices extends LiveComponent {
 *   static sharedView = true // whoever watches the same prices is shown one run of the view
 *   prices = [{ name: 'Flax', cents: 250 }, { name: 'Wool', cents: 400 }]
 *   watched: string[] = []
 *   connected() {
 *     this.subscribe<{ name: string; cents: number }[]>('prices', (prices) => {
 *       this.prices = prices
 *     })
 *   }
 *   watch({ dataset }: LiveEvent) {
 *     this.watched.push(dataset.name!)
 *   }
 *   getTemplate() {
 *     return html`${each(this.prices, ({ name }) => name, ({ name, cents }) => html`<button data-name=${name} lv-click=${this.watch}>${name} ${cents}</button>`)}
 *       <p>${this.watched.join(', ')}</p>`
 *   }
 * }
 * const tab = await visit(Prices)
 * const other = await tab.another()
 * await tab.click(byRole('button', { name: 'Wool 400' }))
 * tab.text('p') // 'Wool'
 * other.text('p') // ''
 */
export abstract class LiveComponent<Props extends object = object> implements Component {
  /**
   * `true` in a class promises that its view shows only fields and props. The view then runs once for all visitors
   * whose state and props are equal, so a message to a thousand of them costs one run. Each still has its own state.
   * Handlers are methods (`lv-click=${this.remove}`, with `data-id=${row.id}` read from `event.dataset`), and the view mounts
   * no component. The engine refuses what it can see breaking the promise ('component-shared'). On a page with `debug` and
   * in `visit()` each view runs anyway and is compared; a difference is a fault.
   */
  static sharedView = false

  #props: Readonly<Props>
  #place: Standing | undefined
  #driver: ComponentDriver | undefined
  #late: (() => Promise<undefined>) | undefined

  constructor() {
    const surroundings = takeConstruction()
    this.#props = (surroundings?.props ?? {}) as Readonly<Props>
    this.#place = surroundings?.place
    bindMethods(this, LiveComponent.prototype)
  }

  /** The view. Called after every change; must not change state. */
  abstract getTemplate(): View

  /** Sets the initial state; called once in a session's life, at first paint. */
  start?(): void | Promise<void>

  /** What the parent passes: typed, read-only, and passed again by the parent at take-over. */
  get props(): Readonly<Props> {
    return this.#props
  }

  /** Whose session it is, and on which page. */
  get session(): SessionInfo {
    return this.#reach('session').session
  }

  /** The page's path and query, as the browser's address bar shows them: `/users?page=2`. */
  get url(): string {
    return this.#reach('url').session.url
  }

  /** The controller: writes to and reads from the page beside the template. */
  get driver(): ComponentDriver {
    refuseShared('this.driver')
    if (!this.#driver) {
      this.#driver = new ComponentDriver(this)
      this.#driver.attach(this.#place)
    }
    return this.#driver
  }

  /** The controller, for the engine; components use `this.driver`. */
  getDriver(): LiveDriver {
    return {
      attach: (place) => {
        this.#late = place ? undefined : this.#place?.tooLate()
        this.#place = place as Standing | undefined
        this.#driver?.attach(place)
      },
    }
  }

  /** Shows the current state. Automatic at the end of a handler, timer or message; call it in long work to show progress. */
  commit(): void {
    this.#reach('commit').commit()
  }

  /** Calls `fn` every `ms` milliseconds (at least 4) until the component ends; the result stops it earlier. */
  every(ms: number, fn: () => unknown): () => void {
    return this.#reach('every').every(ms, functionFor('every', fn))
  }

  /** Calls the method with that name once, in `ms` milliseconds; the deadline survives a take-over. */
  after(ms: number, method: string): () => void {
    return this.#reach('after').after(ms, method)
  }

  /**
   * Calls `fn` for every message on a topic (`room:*` matches one more segment) until the component ends. Each comes with a
   * cursor: kept as state and passed as `after`, it brings what was published since, in whichever process. When those messages
   * are no longer kept, or the cursor is empty, `gap` is called first.
   */
  subscribe<Message>(
    topic: Topic<Message>,
    fn: (message: Message, topic: string, cursor: Cursor) => unknown,
    options?: SubscribeOptions,
  ): () => void {
    return this.#reach('subscribe').subscribe(topic, functionFor('subscribe', fn), options)
  }

  /**
   * Sends a message to every subscriber of the topic, including this component.
   *
   * @throws BusError 'topic-invalid', 'topic-refused', 'message-unsendable'; 'topic-loop' in a listener, when 10,000 messages have
   * followed from one.
   */
  publish<Message>(topic: Topic<Message>, message: NoInfer<Message>): void {
    this.#reach('publish').publish(topic, message)
  }

  /** Makes this visitor present in a topic until the component ends. */
  track(topic: string, meta: unknown): () => void {
    return this.#reach('track').track(topic, meta)
  }

  /** Who is present in a topic: what each of them passed to `track`. */
  present<Meta = unknown>(topic: string): readonly Meta[] {
    return this.#reach('present').present(topic) as readonly Meta[]
  }

  /**
   * Provides a value to all components below, past those that don't ask for it. Call it in `getTemplate`, so that it is provided
   * again after each change. When the value changes, only the components that took it run again.
   *
   * @throws ComponentError 'component-provide' outside of `getTemplate`.
   */
  provide<Value>(key: ProvidedKey<Value>, value: NoInfer<Value>): void {
    this.#reach('provide').provide(key as ProvidedKey<unknown>, value)
  }

  /** What the nearest component above provides under the key, or the key's fallback. */
  inject<Value>(key: ProvidedKey<Value>): Value {
    return this.#reach('inject').inject(key as ProvidedKey<unknown>) as Value
  }

  /** Milliseconds since 1970 by the session's clock, which replays and tests can set. */
  now(): number {
    return this.#reach('now').now()
  }

  /** A number in [0, 1) from the session's own sequence. */
  random(): number {
    return this.#reach('random').random()
  }

  /** An id that no other call in this session returns. */
  id(): string {
    return this.#reach('id').id()
  }

  /**
   * Runs a change that came from outside (an emitter, a database, a queue) as a turn: it waits for the turns before it, is stored and
   * shown, or undone if `fn` throws, and then told to the log and the boundary as a handler's failure. When the component is gone, it is
   * dropped with a line in the log.
   *
   * Resolves with what `fn` returned once that is stored, and with undefined if it was dropped; rejects with what failed. Where nobody waits
   * for the promise, it needs no `catch`. Do not await it in a handler, which it comes after.
   */
  turn<T>(fn: () => T | Promise<T>): Promise<T | undefined> {
    functionFor('turn', fn)
    return this.#late ? this.#late() : this.#reach('turn').enter(fn)
  }

  /**
   * Dispatches a CustomEvent with that name on the component's root element. While the tab can't receive it, it waits in the session's
   * queue; with `newest`, only the newest of that name does.
   *
   * @throws SessionError 'queue-full'.
   */
  push(name: string, detail?: unknown, options?: PushOptions): void {
    this.#reach('push').push(name, detail, options)
  }

  /** Sets the page's title: in the head of a first paint, later in the tab. It survives a take-over. */
  title(text: string): void {
    this.#reach('title').title(text)
  }

  /**
   * Changes the page's address and stays on the page: `this.patch('?page=2')`. At the end of the turn the page's schema checks the
   * parameters, `this.session` and `this.url` have them, and `paramsChanged(params)` of each component is called. What the schema refuses
   * undoes the turn. The browser gets one entry in its history for a turn; with `replace` the current entry changes.
   *
   * @throws ComponentError 'address-invalid'; 'address-elsewhere' when the address belongs to another page, or before the first view.
   */
  patch(url: string, { replace = false }: { replace?: boolean } = {}): void {
    this.#reach('patch').patch(url, replace)
  }

  /**
   * Goes to another page at the end of the turn: over the same connection where both pages allow it, otherwise as a link does.
   * With `replace` the new page takes the current one's entry in the browser's history.
   *
   * @throws ComponentError 'address-invalid'; 'address-elsewhere' before the first view, where `throw redirect(url)` does it.
   */
  navigate(url: string, { replace = false }: { replace?: boolean } = {}): void {
    this.#reach('navigate').navigate(url, replace)
  }

  /**
   * Tells the visitor something once, beside the page's content: `this.flash('info', 'Saved')`. It is not state: it waits for a
   * tab that is away (in the session's queue) and is gone once it was shown.
   *
   * @throws SessionError 'queue-full'.
   */
  flash(kind: string, text: string): void {
    this.#reach('flash').flash(kind, text)
  }

  /** @internal Called by the engine when the parent passes other props. */
  static setProps(component: LiveComponent, props: Readonly<Record<string, unknown>>): void {
    component.#props = props
  }

  #reach(call: string): Standing {
    // Values taken from above are recorded with each run and compared.
    if (call !== 'inject') refuseShared(`this.${call}`)
    if (this.#place) return this.#place
    throw new ComponentError(
      'component-detached',
      `Expected a mounted component for ${this.constructor.name}.${call}, received one that is not mounted (not yet, or no longer). Use mount(${this.constructor.name}), or visit() in a test.`,
    )
  }
}

// A method that was called in the template leaves its result here, usually undefined.
function functionFor<Fn>(call: string, fn: Fn): Fn {
  if (typeof fn === 'function') return fn
  throw new ComponentError(
    'handler-not-function',
    `Expected a function for this.${call}(), received ${fn === undefined ? 'undefined' : kindOf(fn)}. Write the method without (), as in this.tick.`,
  )
}
