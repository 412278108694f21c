/** Opens a component's page as a visitor, without a browser or a socket. */
import type { Bus } from '../bus/bus.ts'
import type { Component } from '../component/component.ts'
import type { PropsOf } from '../component/mount.ts'
import type { Layout } from '../layout/layout.ts'
import { page } from '../layout/page.ts'
import type { StateStore } from '../state/store.ts'
import { TestingError } from './errors.ts'
import { Scene } from './scene.ts'
import { Tab } from './tab.ts'

/**
 * What a visitor comes with, and what the visit stands on.
 *
 * @example
 * const tab = await visit(Counter, { path: '/counter', locale: 'es', seed: 7 })
 * tab.text() // 'Clicked 0 times'
 */
export interface VisitOptions<Props = object> {
  props?: Props
  /** The address: `/` unless given. */
  path?: string
  /** What `session.params` holds. */
  params?: Record<string, string>
  /** Where `random()` begins: the same seed gives the same numbers. */
  seed?: number
  /** `en` unless given. */
  locale?: string
  /** What `authenticate` would have given. */
  identity?: unknown
  /** A bus that other visits, or the test itself, speak on too; unless given, one for this visit and its further tabs. */
  bus?: Bus
  /** A store of the test's own; unless given, one in memory. */
  store?: StateStore
}

/** The options, which must be given when the component has props that must. */
export type VisitArguments<C> =
  object extends PropsOf<C>
    ? [options?: VisitOptions<PropsOf<C>>]
    : [options: VisitOptions<PropsOf<C>> & { props: PropsOf<C> }]

/**
 * Visits a component or a layout: a real session, differ and wire, and a page that is read like a visitor's. Resolves once the
 * first paint stands and the tab has joined. Rejects with what the component threw.
 *
 * @example
 * const tab = await visit(Counter)
 * await tab.click(byRole('button', { name: /clicked/i }))
 * tab.text() // 'Clicked 1 times'
 * tab.state // { count: 1 }
 */
export async function visit<C extends Component>(
  component: (new () => C) | (() => C) | Layout,
  ...[options]: VisitArguments<C>
): Promise<Tab> {
  if (component === undefined) {
    throw new TestingError(
      'component-default',
      'Expected a component class in visit(), received nothing (undefined). Check that it is exported.',
    )
  }
  const { path = '/', params = {}, locale = 'en', identity = null } = options ?? {}
  const { props = {}, seed = 1, bus, store } = options ?? {}
  const { component: shown } = page<Component>('/', component)
  const visited = { path, component: shown, props: { ...props }, version: 1 }
  return Tab.open(new Scene(visited, { path, params, locale, identity }, { seed, bus, store }))
}
