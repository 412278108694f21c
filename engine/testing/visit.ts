/** Opens a component's page as a visitor, without a browser or a socket. */
import type { Bus } from '../bus/bus.ts'
import type { Component } from '../component/component.ts'
import type { PropsOf } from '../component/mount.ts'
import type { Layout } from '../layout/layout.ts'
import { page } from '../layout/page.ts'
import type { LiveOptions } from '../server/options.ts'
import type { StateStore } from '../state/store.ts'
import { TestingError } from './errors.ts'
import { Scene } from './scene.ts'
import { Tab } from './tab.ts'

/**
 * The options of a visit: about the visitor, and about the server.
 *
 * @example
 * const tab = await visit(Counter, { path: '/counter', locale: 'es', seed: 7 })
 * tab.text() // 'Clicked 0 times'
 */
export interface VisitOptions<Props = object> {
  props?: Props
  /** The address; `/` by default. */
  path?: string
  /** What `session.params` holds. */
  params?: Record<string, string>
  /** The seed of `random()`: the same seed gives the same numbers. */
  seed?: number
  /** `en` by default. */
  locale?: string
  /** The result of `authenticate`. */
  identity?: unknown
  /** A bus that other visits, or the test itself, use too; by default, one for this visit and its further tabs. */
  bus?: Bus
  /** Limits other than a server's. */
  limits?: LiveOptions['limits']
  /** A store from the test; by default, one in memory. */
  store?: StateStore
}

/** The options. They must be given when the component has required props. */
export type VisitArguments<C> =
  object extends PropsOf<C>
    ? [options?: VisitOptions<PropsOf<C>>]
    : [options: VisitOptions<PropsOf<C>> & { props: PropsOf<C> }]

/**
 * Visits a component or a layout: with a real session, differ and wire, and a page that can be read like a visitor's. Resolves
 * once the first paint is there and the tab has joined. Rejects with what the component threw.
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
  const { props = {}, seed = 1, bus, store, limits } = options ?? {}
  const { component: shown } = page<Component>('/', component)
  const visited = { path, component: shown, props: { ...props }, version: 1 }
  return Tab.open(
    new Scene(visited, { path, params, locale, identity }, { seed, bus, store, limits }),
  )
}
