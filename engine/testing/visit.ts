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
import type { SiteOptions } from './site.ts'
import { Tab } from './tab.ts'

/**
 * The options of a visit: about the visitor, and about the server.
 *
 * @example
 * const tab = await visit(Counter, { path: '/counter', locale: 'es', seed: 7 })
 * tab.text() // 'Clicked 0 times'
 */
export interface VisitOptions<Props = object> {
  /** What the component gets from its parent. */
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

/** The options of a visit to pages: what they are served with, and who asks for them. */
export interface PagesOptions
  extends SiteOptions,
    Pick<VisitOptions, 'seed' | 'locale' | 'bus' | 'limits' | 'store'> {}

/** What can be visited besides an address. */
type Visitable = (new () => Component) | (() => Component) | Layout

/** The component that it shows. */
type ShownBy<What> = What extends new () => infer C ? C : What extends () => infer C ? C : Component

/** The options. They must be given when the component has required props. */
export type VisitArguments<C> =
  object extends PropsOf<C>
    ? [options?: VisitOptions<PropsOf<C>>]
    : [options: VisitOptions<PropsOf<C>> & { props: PropsOf<C> }]

/**
 * Visits a component or a layout: with a real session, differ and wire, and a page that can be read like a visitor's. Resolves
 * once the first paint is there and the tab has joined. Rejects with what the component threw.
 *
 * With an address and `pages` it opens the address of a server with these pages: routes, schemas, `authenticate`, guards, redirects and error pages are the engine's own.
 * Links lead on (`tab.follow`), in the same document where a browser would stay in it.
 *
 * @param component A component class, a layout, or an address of `pages`.
 * @param options Props, parameters, identity, seed; for an address `pages` and what they are served with.
 * @example
 * const tab = await visit(Counter)
 * await tab.click(byRole('button', { name: /clicked/i }))
 * tab.text() // 'Clicked 1 times'
 * tab.state // { count: 1 }
 * @example
 * class Home extends LiveComponent {
 *   getTemplate() {
 *     return html`<h1>Home</h1><a lv-link href="/users/7">Ada</a>`
 *   }
 * }
 * class User extends LiveComponent {
 *   getTemplate() {
 *     return html`<h1>User ${this.session.params.id}</h1>`
 *   }
 * }
 * const tab = await visit('/', { pages: [page('/', Home), page('/users/:id', User)] })
 * await tab.follow(byRole('link', { name: 'Ada' }))
 * tab.url // '/users/7'
 * tab.text() // 'User 7'
 * await tab.back()
 * tab.url // '/'
 */
export async function visit<What extends string | Visitable>(
  component: What,
  ...[given]: What extends string ? [options: PagesOptions] : VisitArguments<ShownBy<What>>
): Promise<Tab> {
  const options: object | undefined = given
  if (typeof component === 'string') return visitPages(component, options as PagesOptions)
  if (component === undefined) {
    throw new TestingError(
      'component-default',
      'Expected a component class in visit(), received nothing (undefined). Check that it is exported.',
    )
  }
  const asked = (options ?? {}) as VisitOptions
  const { path: url = '/', params = {}, locale = 'en', identity = null } = asked
  const [path = '/'] = url.split('?')
  const { props = {}, seed = 1, bus, store, limits } = asked
  const { component: shown } = page<Component>('/', component)
  const visited = { path, component: shown, props: { ...props }, version: 1 }
  return Tab.open(
    new Scene(visited, { path, url, params, locale, identity }, { seed, bus, store, limits }),
  )
}

function visitPages(address: string, options: PagesOptions | undefined): Promise<Tab> {
  if (!options?.pages) {
    throw new TestingError(
      'component-default',
      `Expected the pages for ${JSON.stringify(address)}, received none. Write visit('/', { pages }).`,
    )
  }
  const { seed = 1, locale, bus, limits, store, ...site } = options
  const headers = { ...(locale && { 'accept-language': locale }), ...site.headers }
  const first = options.pages[0]!
  // Each page that is opened brings its own.
  const none = { path: first.path, component: first.component, props: {}, version: 1 }
  const visit = { path: '/', params: {}, locale: 'en', identity: null }
  const scene = new Scene(none, visit, { seed, bus, store, limits })
  return Tab.visit(scene, address, { ...site, headers })
}
