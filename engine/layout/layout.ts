/** The root of a page: its HTML, the components in its regions, and what it does with messages and time. */
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
 * What a layout does beside showing; each is called with the layout of one tab as `this`.
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
  /** A message of `sendToAllLayouts` or `sendToLayouts`. */
  onEventIn?(message: unknown): unknown
  /** Once in a session's life, as soon as its tab is there: drivers can write and read. */
  onFirstTime?(): unknown
  /** The layout ends in this process; `id` is the session's. Its tab has gone, or another process goes on with it. */
  onEventDestroy?(id: string): unknown
}

/**
 * Where a layout has its HTML from, what its regions show, and its handlers.
 */
export interface LayoutOptions extends LayoutHandlers {
  /** HTML with regions (`<main lv-region="main"></main>`), or a template that places them by `layout.region('main')`. */
  html?: string | ((layout: Layout) => View)
  /** A file with such HTML: read once, and again after a change unless NODE_ENV is `production`. */
  file?: string | URL
  /** Region → what it shows. */
  components?: Readonly<Record<string, RegionContent>>
}

/**
 * A component that is made of HTML and regions. Its fields are state, its driver reaches every element that has an id.
 * `new Layout(…)` describes a page; each session gets one of its own from it. After GoLive's `Layout`.
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
  /** Whether `onFirstTime` was called. */
  greeted = false
  readonly #name: string
  readonly #options: LayoutOptions
  readonly #intervals: [ms: number, fn: (this: Layout, layout: Layout) => unknown][] = []
  #component: ComponentClass<Layout> | undefined

  constructor(name: string, options: LayoutOptions & ThisType<Layout>) {
    super()
    this.#name = name
    this.#options = options
    checkOptions(name, options)
    this.#regions()
    for (const handler of HANDLERS) {
      // Not enumerable: a handler is no state.
      if (options[handler]) Object.defineProperty(this, handler, { value: options[handler] })
    }
  }

  onEventIn?(message: unknown): unknown
  onFirstTime?(): unknown
  onEventDestroy?(id: string): unknown

  /** The name that `sendToLayouts` takes. */
  get name(): string {
    return this.#name
  }

  /** Calls `fn` every `ms` milliseconds in each tab. For a description, or in the constructor of a class of your own. */
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

  connected(): void | Promise<void> {
    for (const [ms, fn] of this.#intervals) this.every(ms, () => fn.call(this, this))
    for (const topic of [ALL_LAYOUTS, layoutTopic(this.#name)]) {
      this.subscribe(topic, (message) => this.onEventIn?.(message))
    }
    if (this.greeted) return
    this.greeted = true
    return this.onFirstTime?.() as void | Promise<void>
  }

  unmounted(): void {
    this.onEventDestroy?.(this.session.id)
  }

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

  /** The class whose instances stand in pages: one for each session. */
  static componentOf(layout: Layout): ComponentClass<Layout> {
    if (layout.#component) return layout.#component
    const Described = layout.constructor as new (name: string, options: LayoutOptions) => Layout
    class Placed extends Described {
      constructor() {
        super(layout.#name, layout.#options)
        // Those of a constructor are here already, with this layout as their own.
        this.#intervals.push(...layout.#intervals.slice(this.#intervals.length))
      }
    }
    // The name stands in the path that its state is stored under.
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
  // A mount stands for one run of one session's template; this one describes all of them.
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
