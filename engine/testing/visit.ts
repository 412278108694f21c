/** Opens a component's page as a visitor, without a browser or a socket. */
import type { Component } from '../component/component.ts'
import type { PropsOf } from '../component/mount.ts'
import type { Layout } from '../layout/layout.ts'
import { page } from '../layout/page.ts'
import { TestingError } from './errors.ts'
import { Scene } from './scene.ts'
import { Tab } from './tab.ts'

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
}

/**
 * Visits a component: a real session, differ and wire, and a page that is read like a visitor's. Resolves once the first
 * paint stands and the tab has joined. Rejects with what the component threw.
 *
 * @example
 * const tab = await visit(Counter)
 * await tab.click(byRole('button', { name: /clicked/i }))
 * expect(tab.text()).toBe('Clicked 1 times')
 */
export async function visit<C extends Component>(
  component: (new () => C) | (() => C) | Layout,
  options: VisitOptions<PropsOf<C>> = {},
): Promise<Tab> {
  if (component === undefined) {
    throw new TestingError(
      'component-default',
      'visit() wants a component class, got nothing (undefined): is it exported?',
    )
  }
  const { props = {}, path = '/', params = {}, seed = 1, locale = 'en', identity = null } = options
  const { component: shown } = page<C>('/', component)
  const visited = { path, component: shown, props: props as Record<string, unknown>, version: 1 }
  const scene = new Scene(visited, { path, params, locale, identity }, seed)
  return Tab.open(scene, scene.nextTab())
}
