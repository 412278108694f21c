/** Describes a page: its path, its component, and the document around it. */
import type { Component, SessionInfo } from '../component/component.ts'
import type { ComponentClass, PropsOf } from '../component/mount.ts'
import type { StandardSchema } from '../component/schema.ts'
import { kindOf } from '../template/values.ts'
import { checkWhole } from '../template/whole.ts'
import { Layout } from './layout.ts'
import { checkSources, type Sources } from './policy.ts'

/** A value, or what makes it for each first paint: `session` says who asks for which address. */
export type ByRequest<Value> = Value | ((session: SessionInfo) => Value)

/**
 * The parameters that a component's `paramsChanged` takes: the page's schema must give them.
 *
 * @example
 * class Users extends LiveComponent {
 *   page = 1
 *   paramsChanged({ page }: { page: number }) {
 *     this.page = page
 *   }
 *   getTemplate() {
 *     return html`<h1>Users, page ${this.page}</h1>`
 *   }
 * }
 * const params: ParamsOf<Users> = { page: 2 }
 * params.page // 2
 */
export type ParamsOf<C> = C extends { paramsChanged(params: infer Params): unknown }
  ? Params
  : unknown

/** The options of a page; all of them are optional. */
export interface PageOptions<Params = unknown> {
  /** The document's title. */
  title?: ByRequest<string>
  /** The document's language, `en` by default. */
  lang?: string
  /** Markup for the document's head. It is trusted, so it is not escaped: whatever a visitor wrote must be. */
  head?: ByRequest<string>
  /** The status of the answer; 200 by default. */
  status?: ByRequest<number>
  /** Sources that the page's content security policy allows besides the engine's own: `{ 'img-src': ['https://images.example'] }`. */
  csp?: ByRequest<Sources>
  /** A style sheet for the head, which the page's policy allows. */
  css?: string
  /** Markup at the end of the body. It is trusted, so it is not escaped. */
  afterCode?: string
  /** Sends full errors to the tab, and its frames to the page that embeds it. For development. */
  debug?: boolean
  /** Increase it when stored state of an older version must not be used. */
  version?: number
  /** Checks the parameters of path and query before anything runs. */
  params?: StandardSchema<Params>
  /**
   * Who the visitor is: plain data, which becomes `session.identity`; null or undefined for nobody. Asked with the request for the page, and
   * again at each join with the headers of the socket's request, at the address that the tab shows. If it throws, the answer is 403 and a tab
   * that joins loads its page anew; it may `throw redirect('/login')`. It has `limits.identityWait` to answer.
   */
  authenticate?: (request: Request) => unknown
  /**
   * Whether a visitor may use the page. Called before anything of it runs, at each join and before each handler; only `true` lets the
   * visitor pass. If not: 403 at first paint, a joining tab loads the page anew, and an event is refused. What it throws refuses too.
   */
  guard?: (session: SessionInfo) => boolean
  /** Origins whose pages may frame this one, as in CSP's frame-ancestors; `'self'` by default. */
  frameAncestors?: string
  /** Lets `driver.evalScript` run script in the page. */
  allowScript?: boolean
}

/** A page, as `serve` takes it. */
export interface Page extends PageOptions<unknown> {
  /** Segments may be parameters: `/rooms/:id`. */
  readonly path: string
  /** What it shows. */
  readonly component: ComponentClass
  /** What its component gets. */
  readonly props: Readonly<Record<string, unknown>>
}

/** The options. They must be given when the component has required props. */
type PageArguments<C> =
  object extends PropsOf<C>
    ? [options?: PageOptions<ParamsOf<C>> & { props?: PropsOf<C> }]
    : [options: PageOptions<ParamsOf<C>> & { props: PropsOf<C> }]

/**
 * A page at a path. Segments may be parameters: `/rooms/:id` gives `session.params.id`. It shows a component class, a
 * layout, or what an arrow function makes for each session.
 *
 * @param path Begins with `/`; `:name` stands for one segment.
 * @param component A class, a layout, or an arrow function that makes a component.
 * @param options What the page says of itself, and the `props` of its component.
 * @throws TemplateError when `head` or `afterCode` leaves something open; TypeError when the path does not start with `/` or the component is not
 * one.
 * @example
 * class Room extends LiveComponent {
 *   getTemplate() {
 *     return html`<h1>Room ${this.session.params.id}</h1>`
 *   }
 * }
 * const server = await serve({ pages: [page('/rooms/:id', Room, { title: 'A room' })], port: 0 })
 * const answer = await fetch(`${server.address}/rooms/7`)
 * const markup = await answer.text()
 * markup.includes('<title>A room</title>') // true
 * await server.close()
 */
export function page<C extends Component>(
  path: string,
  component: (new () => C) | (() => C) | Layout,
  ...[options]: PageArguments<C>
): Page {
  if (typeof path !== 'string' || !path.startsWith('/')) {
    throw new TypeError(
      `Expected a path that starts with / in page(), received ${JSON.stringify(path)}. Write it as in page('/rooms', Rooms).`,
    )
  }
  const { props, ...rest } = options ?? {}
  for (const name of ['head', 'afterCode'] as const) {
    const given = rest[name]
    if (typeof given === 'string') checkWhole(given, `${name} of page('${path}')`)
  }
  if (typeof rest.csp === 'object') checkSources(rest.csp, `csp of page('${path}')`)
  return {
    ...(rest as PageOptions),
    path,
    component: classOf(path, component),
    props: { ...props },
  }
}

function classOf(path: string, component: unknown): ComponentClass {
  if (component instanceof Layout) return Layout.componentOf(component)
  if (typeof component !== 'function') {
    throw new TypeError(
      `Expected a component class, a layout or a function that makes one in page('${path}', …), received ${component === undefined ? 'nothing (undefined). Check that it is exported' : `${kindOf(component)}. Pass the class itself, as in page('${path}', Home)`}.`,
    )
  }
  if (component.prototype) return component as ComponentClass
  // An arrow function can't be called with new. Its page is the name under which the component's state is stored.
  const make = component as () => Component
  function Made() {
    return make()
  }
  Object.defineProperty(Made, 'name', { value: component.name || path })
  return Made as unknown as ComponentClass
}

/** What a page says of itself for one session. */
export function madeFor<Value>(given: ByRequest<Value> | undefined, session: SessionInfo) {
  return typeof given === 'function' ? (given as (session: SessionInfo) => Value)(session) : given
}

/** The markup for the head of one session's document. @throws TemplateError when it leaves something open. */
export function headFor({ head, path }: Page, session: SessionInfo): string {
  const markup = madeFor(head, session) ?? ''
  if (typeof head === 'function') checkWhole(markup, `head of page('${path}')`)
  return markup
}

/** The sources of one session's document. */
export function sourcesFor({ csp, path }: Page, session: SessionInfo): Sources | undefined {
  const sources = madeFor(csp, session)
  if (typeof csp === 'function' && sources) checkSources(sources, `csp of page('${path}')`)
  return sources
}
