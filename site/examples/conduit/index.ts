/** Conduit: the social blogging site of the RealWorld specification, on this engine and a PostgreSQL database. */
import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { page } from 'telar'
import { createHandler, type LiveOptions, localBus } from 'telar/server'
import type { User } from './data/accounts.ts'
import { Conduit } from './data/conduit.ts'
import type { DatabaseOptions } from './data/database.ts'
import { BASE } from './place.ts'
import { Requests } from './requests.ts'
import { ArticlePage } from './views/article-page.ts'
import { Editor } from './views/editor.ts'
import { ErrorPage } from './views/error-page.ts'
import { Home } from './views/home.ts'
import { ProfilePage } from './views/profile.ts'
import { SettingsPage, type SettingsProps } from './views/settings.ts'
import { SignInPage, SignUpPage } from './views/sign-in.ts'

interface ConduitOptions {
  /** The folder of the repository. */
  root: string
  /** How browsers reach the site, as in `http://localhost:3000`. */
  origin: string
  origins: readonly string[]
  hosts: readonly string[]
  secret: string
  database?: DatabaseOptions
}

interface ConduitSite {
  /** Answers a request for one of its pages or forms; resolves to false when it is none of them. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  attach(server: Server): void
  drain(): Promise<void>
}

/** All of Conduit's pages. The database is opened by the first visitor. */
export function createConduit({ root, origin, database, ...serving }: ConduitOptions): ConduitSite {
  const bus = localBus()
  const conduit = new Conduit(bus, database)
  const endLogins = async (logins: readonly string[]) => {
    for (const key of logins) await live.endSessions({ key })
  }
  const requests = new Requests({
    conduit,
    isSecure: origin.startsWith('https:'),
    endLogins,
  })
  const live = createHandler({
    ...serving,
    bus,
    prefix: BASE,
    ...pagesOf(root, { conduit, endLogins }),
    authenticate: (request) => requests.userOf(request),
    // Each browser is a login of its own: to log out on one leaves the others alone.
    identityKey: ({ login }: User) => login,
  })
  return {
    async handle(request, response) {
      const { pathname } = new URL(`http://site${request.url}`)
      // The site itself shows the source.
      if (!`${pathname}/`.startsWith(`${BASE}/`) || pathname === `${BASE}/source`) return false
      // A first paint has 2 s for its data, and a new database takes longer to open.
      if (!pathname.startsWith(`${BASE}/_telar/`)) await conduit.open()
      return (await requests.handle(request, response)) || live.handle(request, response)
    },
    attach: (server) => live.attach(server),
    async drain() {
      await live.drain()
      await conduit.close()
    },
  }
}

function pagesOf(root: string, props: SettingsProps): Pick<LiveOptions, 'pages' | 'errorPages'> {
  const css = STYLES.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
  const look = { lang: 'en', head: HEAD, css, afterCode: FOOTER }
  const titled = (title: string) => ({ ...look, title: `${title} · Conduit`, props })
  return {
    pages: [
      page('/', Home, { ...look, title: 'Conduit', props }),
      page('/article/:slug', ArticlePage, titled('Article')),
      page('/editor', Editor, titled('New article')),
      page('/editor/:slug', Editor, titled('Edit article')),
      page('/profile/:username', ProfilePage, {
        ...titled('Profile'),
        props: { ...props, shows: 'author' },
      }),
      page('/profile/:username/favorites', ProfilePage, {
        ...titled('Profile'),
        props: { ...props, shows: 'favorites' },
      }),
      page('/settings', SettingsPage, titled('Settings')),
      page('/login', SignInPage, titled('Sign in')),
      page('/register', SignUpPage, titled('Sign up')),
    ],
    errorPages: {
      404: page('/not-found', ErrorPage, { ...look, title: 'Not found · Conduit' }),
      403: page('/forbidden', ErrorPage, { ...look, title: 'Not allowed · Conduit' }),
    },
  }
}

const STYLES = [
  'site/app/fonts.css',
  'site/app/tokens.css',
  'site/examples/conduit/conduit.css',
  'site/examples/conduit/articles.css',
]

const HEAD = `<link rel="icon" href="/icon.svg">
<meta name="description" content="A place to share your knowledge: the RealWorld specification built with Telar, LiveView for TypeScript.">
<script src="/telar-theme.js"></script>
`

const FOOTER = `<footer class="about"><nav aria-label="Telar">
<a href="/" target="_top">Telar, home</a>
<a href="/examples" target="_top">All examples</a>
<a href="/examples/conduit/source" target="_top">Its source</a></nav></footer>
`
