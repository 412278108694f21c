/** Puts a child component, with its own state, into a template. */
import { REGION } from '../template/build.ts'
import type { Region } from '../template/instances.ts'
import { kindOf } from '../template/values.ts'
import type { Component, View } from './component.ts'
import { ComponentError } from './errors.ts'
import { refuseShared } from './refuse-shared.ts'

/** A class of components, or a function that makes one. */
export type ComponentClass<C extends Component = Component> = new () => C

/** The props that a component class declares. */
export type PropsOf<C> = C extends { readonly props: Readonly<infer Props> } ? Props : object

/**
 * A child's place in one run of its parent's template.
 *
 * @example
 * mount(Counter, { key: 'left' }) instanceof Mount // true
 */
export class Mount {
  /** The child's class. */
  readonly component: ComponentClass
  /** Tells children of one class apart. */
  readonly key: string | undefined
  /** What the child gets. */
  readonly props: Readonly<Record<string, unknown>>
  /** Shown until the child is ready: while its module loads, or when its `start` is slow. */
  readonly placeholder: View
  /** @internal The component tree fills it in before it compares anything. */
  region: Region | undefined
  constructor(
    component: ComponentClass,
    key: string | undefined,
    props: Readonly<Record<string, unknown>>,
    placeholder?: View,
  ) {
    this.component = component
    this.key = key
    this.props = props
    this.placeholder = placeholder
    mounts.count++
  }

  [REGION](): Region {
    if (this.region) return this.region
    throw new ComponentError(
      'component-twice',
      `Expected mount(${this.component.name}) to be used in the run of the template that made it, received it in another run. Call mount() inside the template.`,
    )
  }
}

/** How many mounts were ever made: a run that made none need not be searched. */
export const mounts = { count: 0 }

/** What follows the class in `mount(Child, …)`: its props, unless all are optional, and a placeholder. */
type MountArguments<C> =
  object extends PropsOf<C>
    ? [props?: PropsOf<C> & { key?: string | number }, placeholder?: View]
    : [props: PropsOf<C> & { key?: string | number }, placeholder?: View]

/**
 * A child component. It keeps its state as long as it stays in the same place, or anywhere under the same parent with the
 * same `key`. Props may be pieces of the parent's view (slots, as in web components and Vue): the child shows them anywhere,
 * and their handlers belong to the parent. `placeholder` shows while the child's module loads (`lazy`) or its `start` is slow.
 *
 * @param component The class of the child.
 * @param props What it gets, and the `key` that tells it from other children; behind it, what is shown until the child is ready.
 * @throws ComponentError 'component-default' when the class is not a component; 'component-shared' in a shared view.
 * @example
 * class Room extends LiveComponent<{ name: string }> {
 *   guests = 0
 *   getTemplate() {
 *     return html`<button lv-click=${() => this.guests++}>${this.props.name}: ${this.guests}</button>`
 *   }
 * }
 * class House extends LiveComponent {
 *   rooms = ['Hall', 'Attic']
 *   getTemplate() {
 *     return html`${each(this.rooms, (name) => name, (name) => html`<p>${mount(Room, { key: name, name })}</p>`)}`
 *   }
 * }
 * const tab = await visit(House)
 * await tab.click(byText(/Attic/))
 * tab.text() // 'Hall: 0\nAttic: 1'
 * @example
 * class Panel extends LiveComponent<{ header: View; children: View }> {
 *   getTemplate() {
 *     return html`<section><h2>${this.props.header}</h2>${this.props.children}</section>`
 *   }
 * }
 * const shown = mount(Panel, { header: 'Danger', children: html`<button>Delete all</button>` })
 */
export function mount<C extends Component>(
  component: new () => C,
  ...[given, placeholder]: MountArguments<C>
): Mount {
  if (typeof component !== 'function') {
    throw new ComponentError(
      'component-default',
      `Expected a component class in mount(), received ${component === undefined ? 'nothing (undefined). Check that it is exported, and that no import is circular' : `${kindOf(component)}. Pass the class itself, as in mount(Counter)`}.`,
    )
  }
  refuseShared(`mount(${component.name})`)
  const { key, ...props } = (given ?? {}) as { key?: string | number }
  return new Mount(component, key === undefined ? undefined : String(key), props, placeholder)
}
