/** The controller of a component: writes to its element, reads from it, and has events of its own. */
import type { Component, DriverPlace, DriverRead, DriverWrite, LiveDriver } from './component.ts'
import { ComponentError } from './errors.ts'
import { None } from './none.ts'

type Listener = (event: { name: string; data: unknown }) => unknown

/**
 * Drives the page directly, beside the template. Writes act on the component's root element or, with `ById`, on the element
 * with that id. They are kept with the session (the last write to a target wins) and painted again by a process that takes it over.
 * Values arrive as they were sent: empty text, 0, false, null and numbers are not changed.
 *
 * @example
 * class Note extends LiveComponent {
 *   mark() {
 *     this.driver.getDriverById('note').setStyle('color', 'red')
 *   }
 *   getTemplate() {
 *     return html`<main><p id="note">Read me</p><button lv-click=${this.mark}>Mark</button></main>`
 *   }
 * }
 * const tab = await visit(Note)
 * await tab.click(byRole('button', { name: 'Mark' }))
 * tab.has('#note[style*=red]') // true
 */
export class ComponentDriver implements LiveDriver {
  /** The listeners of `on`, by the names of their events. */
  readonly events = new Map<string, Listener[]>()
  private readonly children = new Map<string, ComponentDriver>()
  private data: unknown
  private place: DriverPlace | undefined
  private readonly component: Component | undefined

  /** `component` is whose driver it is, for `getComponent`. */
  constructor(component?: Component) {
    this.component = component
  }

  /** @internal */
  attach(place: DriverPlace | undefined): void {
    this.place = place
    if (!place) this.events.clear()
    for (const [id, child] of this.children) child.attach(place && within(place, id))
  }

  /** Shows the current state; this happens by itself at the end of a handler. */
  commit(): void {
    this.reach('commit').commit()
  }

  /** Replaces the root element's content with markup that is not escaped. */
  setHTML(markup: string): void {
    this.write('setHTML', '', '', markup)
  }
  /** Sets the value of the root element if it is a field. */
  fillValue(value: unknown): void {
    this.write('fillValue', '', '', value)
  }
  /** Sets the value of the field with that id. */
  fillValueById(id: string, value: unknown): void {
    this.write('fillValue', id, '', value)
  }
  /** Replaces the root element's content with text, which is escaped. */
  setText(text: string): void {
    this.write('setText', '', '', text)
  }
  /** Sets the root element's `value`, whatever element it is. */
  setValue(value: unknown): void {
    this.write('setValue', '', '', value)
  }
  /** Sets a property of the root element, such as `disabled`. */
  setProperty(name: string, value: unknown): void {
    this.write('setProperty', '', name, value)
  }
  /** Sets one style of the root element by its CSS name, such as `background-color`. */
  setStyle(name: string, value: string): void {
    this.write('setStyle', '', name, value)
  }
  /** Appends markup to the root element and keeps its content. */
  addNode(markup: string): void {
    this.write('addNode', '', '', markup)
  }
  /** Removes the root element, or the element with that id. */
  remove(id = ''): void {
    this.write('remove', id, '', null)
  }
  /** Runs script in the page, once. The page needs `allowScript`; without it the tab reports `drive-failed`. */
  evalScript(code: string): void {
    this.write('evalScript', '', '', code)
  }

  /** The value of the field with that id. Rejects with `read-not-found` or, after 5 s, `read-timeout`. */
  getValue(id = ''): Promise<unknown> {
    return this.read('value', id)
  }
  /** The markup in the root element, or in the element with that id. It rejects as `getValue` does. */
  getHTML(id = ''): Promise<string> {
    return this.read('html', id) as Promise<string>
  }
  /** The text in the root element, or in the element with that id. It rejects as `getValue` does. */
  getText(id = ''): Promise<string> {
    return this.read('text', id) as Promise<string>
  }
  /** The computed style with that CSS name. It rejects as `getValue` does. */
  getStyle(name: string, id = ''): Promise<string> {
    return this.read('style', id, name) as Promise<string>
  }
  /** A property of the element, as far as JSON can carry it. It rejects as `getValue` does, and with `read-refused`. */
  getProperty(name: string, id = ''): Promise<unknown> {
    return this.read('property', id, name)
  }
  /** A driver for the element with that id, once the page has confirmed that it exists. */
  async getElementById(id: string): Promise<ComponentDriver> {
    if (await this.read('exists', id)) return this.getDriverById(id)
    throw new ComponentError(
      'read-not-found',
      `Expected an element with the id "${id}" in the page, received none. Check the id, or commit() first if it was just rendered.`,
    )
  }

  /** Registers a listener for `executeEvent`; several listeners are called in order. */
  on(event: string, listener: Listener): this {
    const listeners = this.events.get(event)
    if (listeners) listeners.push(listener)
    else this.events.set(event, [listener])
    return this
  }

  /** Calls the listeners of that name in order and resolves when all are done. */
  async executeEvent(name: string, data?: unknown): Promise<void> {
    for (const listener of this.events.get(name) ?? []) await listener({ name, data })
  }

  /** Makes a child's driver reachable by id and ties it to the page of this one. */
  mount(id: string, child: Component): ComponentDriver {
    const own = child.getDriver()
    // The controller of a LiveComponent ties its driver to its place; the driver itself is a field.
    const driver = own instanceof ComponentDriver ? own : Reflect.get(child, 'driver')
    if (!(driver instanceof ComponentDriver)) {
      throw new ComponentError(
        'component-default',
        `Expected a component whose getDriver() returns a ComponentDriver in mount("${id}", …), received another driver. Return a ComponentDriver from getDriver().`,
      )
    }
    this.children.set(id, driver)
    driver.attach(this.place && within(this.place, id))
    return driver
  }

  /** Does the same, and calls the child's `start`. */
  async mountWithStart(id: string, child: Component): Promise<ComponentDriver> {
    const driver = this.mount(id, child)
    await child.start?.()
    return driver
  }

  /** The driver of a mounted child, or one for any element with that id (its component is a `None`). */
  getDriverById(id: string): ComponentDriver {
    const known = this.children.get(id)
    if (known) return known
    const driver = new ComponentDriver(new None())
    driver.attach(this.place && within(this.place, id))
    this.children.set(id, driver)
    return driver
  }

  /** Keeps a value of the caller beside the component; it is not state and is not stored. */
  setData(data: unknown): void {
    this.data = data
  }
  /** What `setData` keeps. */
  getData(): unknown {
    return this.data
  }

  /** The component that it drives: a `None` if it is any other element. */
  getComponent(): Component | undefined {
    return this.component
  }

  private write(kind: DriverWrite['kind'], target: string, name: string, value: unknown) {
    this.reach(kind).write({ kind, target, name, value })
  }

  private read(kind: DriverRead['kind'], target: string, name = ''): Promise<unknown> {
    return this.reach(kind).read({ kind, target, name })
  }

  private reach(call: string): DriverPlace {
    if (this.place) return this.place
    throw new ComponentError(
      'component-detached',
      `Expected a mounted component for driver.${call}(), received one that is not mounted (not yet, or no longer). Call it from connected() or a handler.`,
    )
  }
}

// The root element of an element's driver is that element.
function within(place: DriverPlace, id: string): DriverPlace {
  return {
    commit: () => place.commit(),
    write: (write) => place.write({ ...write, target: write.target || id }),
    read: (read) => place.read({ ...read, target: read.target || id }),
  }
}
