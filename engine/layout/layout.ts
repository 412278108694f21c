/** The root of a page: its HTML, the components in its regions, and what it does on messages, joins and timers. */
import type { View } from '../component/component.ts'
import { LiveComponent } from '../component/live-component.ts'
import { type ComponentClass, Mount, mount } from '../component/mount.ts'
import { Rendered } from '../template/rendered.ts'
import { ALL_LAYOUTS, layoutTopic } from './broadcast.ts'
import { LayoutError } from './errors.ts'
import type { Regions } from './regions.ts'
import { regionsOfFile, regionsOfText } from './source.ts'

/** What a region shows: a component, one with props (`mount(Todos, { filter })`), or another layout. */
export type RegionContent = ComponentClass | Mount | Layout

/**
 * A layout's handlers; each is called with the layout of one tab as `this`.
 *
 * @example
 * const greeting: LayoutHandlers & ThisType<Layout> = {
 *   onFirstTime() {
 *     this.driver.getDriverById('hello').setText('Welcome')
 *   },
 * }
 * const home = new Layout('home', { html: '<h1 id="hello"></h1>', ...greeting })
 * const tab = await visit(home)
 * tab.text() // 'Welcome'
 */
export interface LayoutHandlers {
  /** Called for a message of `sendToAllLayouts` or `sendToLayouts`. */
  onEventIn?(message: unknown): unknown
  /** Called once in a session's life, as soon as its tab is connected: drivers can write and read. */
  onFirstTime?(): unknown
  /** The layout ends in this process; `id` is the session's. Its tab has left, or another process has taken over. */
  onEventDestroy?(id: string): unknown
}

/**
 * Where the HTML of a layout comes from, what its regions show, and its handlers.
 */
export interface LayoutOptions extends LayoutHandlers {
  /** HTML with regions (`<main lv-region="main"></main>`), or a template that places them with `layout.region('main')`. */
  html?: string | ((layout: Layout) => View)
  /** A file with such HTML: read once, and again after each change unless NODE_ENV is `production`. */
  file?: string | URL
  /** Region → what it shows. */
  components?: Readonly<Record<string, RegionContent>>
}

/**
 * A component made of HTML and regions. Its fields are state, and its driver reaches every element with an id.
 * `new Layout(…)` describes a page; each session gets its own layout from it. After GoLive's `Layout`.
 *
 * @throws LayoutError `layout-name`, `layout-source`, `layout-region`, `layout-file`; TemplateError with file, line and column
 * @example
 * const home = new Layout('home', {
 *   html: '<p id="news"></p><main lv-region="main"></main>',
 *   components: { main: Counter },
 *   onEventIn(message) {
 *     this.driver.getDriverById('news').setText(String(message))
 *   },
 * })
 * const tab = await visit(home)
 * await tab.settled(() => sendToLayouts('It rains', 'home'))
 * tab.text() // 'It rains\nClicked 0 times'
 */
export class Layout extends LiveComponent implements LayoutHandlers {
  /** @internal Whether `onFirstTime` was called. */
  greeted = false
  readonly #name: string
  readonly #options: LayoutOptions
  readonly #intervals: [ms: number, fn: (this: Layout, layout: Layout) => unknown][] = []
  #component: ComponentClass<Layout> | undefined

  /** `name` is 1 to 60 letters, digits, - and _. */
  constructor(name: string, options: LayoutOptions & ThisType<Layout>) {
    super()
    this.#name = name
    this.#options = options
    checkOptions(name, options)
    this.#regions()
    for (const handler of HANDLERS) {
      // Not enumerable, because a handler is not state.
      if (options[handler]) Object.defineProperty(this, handler, { value: options[handler] })
    }
  }

  /** Called for a message of `sendToAllLayouts` or `sendToLayouts`. */
  onEventIn?(message: unknown): unknown
  /** Called once in a session's life, as soon as its tab is connected. */
  onFirstTime?(): unknown
  /** Called when the layout ends in this process, with the session's id. */
  onEventDestroy?(id: string): unknown

  /** The name for `sendToLayouts`. */
  get name(): string {
    return this.#name
  }

  /** Calls `fn` every `ms` milliseconds in each tab. Use it in a description, or in the constructor of your own class. */
  onEventTime(ms: number, fn: (this: Layout, layout: Layout) => unknown): this {
    this.#intervals.push([ms, fn])
    return this
  }

  /** What a region shows, for a layout whose `html` is a template. */
  region(name: string): Mount {
    const content = this.#options.components?.[name]
    if (content) return mounted(content)
    throw noRegion(this.#name, name, Object.keys(this.#options.components ?? {}))
  }

  /** Starts its timers and hears messages. A class of your own calls `super.connected()`. */
  connected(): void | Promise<void> {
    for (const [ms, fn] of this.#intervals) this.every(ms, () => fn.call(this, this))
    for (const topic of [ALL_LAYOUTS, layoutTopic(this.#name)]) {
      this.subscribe(topic, (message) => this.onEventIn?.(message))
    }
    if (this.greeted) return
    this.greeted = true
    return this.onFirstTime?.() as void | Promise<void>
  }

  /** Calls `onEventDestroy`. */
  unmounted(): void {
    this.onEventDestroy?.(this.session.id)
  }

  /** The HTML with what its regions show. */
  getTemplate(): View {
    const { html } = this.#options
    if (typeof html === 'function') return html(this)
    const { template, regions } = this.#regions()!
    const filled = this.#options.components ?? {}
    return new Rendered(
      template,
      regions.map((name) => filled[name] && mounted(filled[name])),
    )
  }

  /** @internal The class of the layouts in pages: one instance for each session. */
  static componentOf(layout: Layout): ComponentClass<Layout> {
    if (layout.#component) return layout.#component
    const Described = layout.constructor as new (name: string, options: LayoutOptions) => Layout
    class Placed extends Described {
      constructor() {
        super(layout.#name, layout.#options)
        // Those from the constructor are here already, with this layout as `this`.
        this.#intervals.push(...layout.#intervals.slice(this.#intervals.length))
      }
    }
    // The name is part of the path under which its state is stored.
    Object.defineProperty(Placed, 'name', { value: layout.#name })
    layout.#component = Placed
    return Placed
  }

  #regions(): Regions | undefined {
    const { html, file, components = {} } = this.#options
    if (typeof html === 'function') return undefined
    const regions = file === undefined ? regionsOfText(html!, this.#name) : regionsOfFile(file)
    for (const name of Object.keys(components)) {
      if (!regions.regions.includes(name)) throw noRegion(this.#name, name, regions.regions)
    }
    return regions
  }
}

const HANDLERS = ['onEventIn', 'onFirstTime', 'onEventDestroy'] as const

function mounted(content: RegionContent): Mount {
  if (content instanceof Layout) return mount(Layout.componentOf(content))
  if (!(content instanceof Mount)) return mount(content)
  const { component, key, props, placeholder } = content
  // A mount belongs to one run of one session's template; this one describes all of them.
  return mount(component, { key, ...props }, placeholder)
}

function checkOptions(name: string, { html, file }: LayoutOptions) {
  if (!/^[\w-]{1,60}$/.test(name)) {
    throw new LayoutError(
      'layout-name',
      `Expected a layout name of 1 to 60 letters, digits, - and _, received ${JSON.stringify(name)}. Rename the layout.`,
    )
  }
  if ((html === undefined) === (file === undefined)) {
    throw new LayoutError(
      'layout-source',
      `Expected either html or file in new Layout('${name}', …), received ${html === undefined ? 'neither' : 'both'}. Pass one of them.`,
    )
  }
}

const noRegion = (layout: string, name: string, known: readonly string[]) =>
  new LayoutError(
    'layout-region',
    `Expected a region of layout ${layout} (it has ${known.join(', ') || 'none'}), received "${name}". Add lv-region="${name}" to an empty element, or use another name.`,
  )
