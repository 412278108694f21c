/** The server of a visit to pages: answers addresses by the engine's own routes, schemas, guards and redirects. */

import type { Outcome } from '../component/outcome.ts'
import type { Page } from '../layout/page.ts'
import { matchPage } from '../layout/route.ts'
import { silentLogger } from '../observe/log.ts'
import { Identities } from '../server/identity.ts'
import type { LiveOptions, ServerLimits } from '../server/options.ts'
import { type Answer, OUTCOME, outcomePath, PageAnswers } from '../server/pages.ts'
import { readToken, signToken } from '../server/token.ts'
import type { Clock } from '../session/clock.ts'
import type { SessionPage, Visit } from '../session/options.ts'
import type { Session } from '../session/session.ts'
import type { StateStore } from '../state/store.ts'
import { TestingError } from './errors.ts'

/** What a server of these pages is made with. */
export interface SiteOptions extends Pick<LiveOptions, 'pages' | 'errorPages' | 'authenticate'> {
  /** Headers of each request, such as a cookie. */
  headers?: Record<string, string>
}

interface Around {
  store: StateStore
  clock: Clock
  limits: ServerLimits
  /** Paints a page for the first time. */
  create(page: SessionPage, visit: Visit): Promise<Session>
}

/** What a browser has got in the end. */
export interface Got {
  status: number
  /** Where redirects have led. */
  url: string
  markup: string
}

const SECRET = 'the secret of a test'
const ORIGIN = 'http://localhost'
/** As many as a browser follows. */
const MAX_REDIRECTS = 20

export class Site {
  private readonly options: SiteOptions
  private readonly answers: PageAnswers
  private readonly made = new Map<Page, SessionPage>()

  constructor(options: SiteOptions, around: Around) {
    this.options = options
    const sketch = (page: Page, visit: Visit) => around.create(this.ofPage(page), visit)
    const create = async (page: Page, visit: Visit) => {
      const session = await sketch(page, visit)
      return { session, outcome: 'taken' as const }
    }
    const { authenticate } = options
    this.answers = new PageAnswers({
      sessions: { create, sketch },
      identities: new Identities(
        { pages: options.pages, ...(authenticate && { authenticate }) },
        around,
      ),
      errorPages: options.errorPages ?? {},
      secret: SECRET,
      prefix: '',
      client: '/client.js',
      socket: '/ws',
      log: silentLogger,
    })
  }

  /** Where a page that is open finds the page for an outcome. */
  static outcomeAddress(outcome: Outcome): string {
    return outcomePath(outcome, SECRET)
  }

  /** The token of a page of this session. */
  static tokenOf({ id, page }: Session): string {
    return signToken({ session: id, page: page.path }, SECRET)
  }

  /** The id of the session that a page's token names. */
  static sessionOf(token: string): string {
    return readToken(token, SECRET).session
  }

  /** Follows redirects, as a browser does. `cookies` are the visitor's. */
  async get(address: string, cookies: Map<string, string>): Promise<Got> {
    let url = new URL(address, ORIGIN)
    for (let i = 0; i <= MAX_REDIRECTS; i++) {
      if (url.origin !== ORIGIN) break
      const answer = await this.answer(url, cookies)
      keep(cookies, answer.headers['set-cookie'])
      const { status, headers, body } = answer
      if (headers.location === undefined) return { status, url: url.href, markup: String(body) }
      url = new URL(headers.location, url)
    }
    throw new TestingError(
      'page-failed',
      `Expected an address of the pages of this visit, received ${url.href}, which ${url.origin === ORIGIN ? `redirects more than ${MAX_REDIRECTS} times` : 'is another site’s'}.`,
    )
  }

  private answer(url: URL, cookies: Map<string, string>): Promise<Answer> {
    const { pages, headers } = this.options
    const own = [...cookies].map(([name, value]) => `${name}=${value}`)
    const cookie = [headers?.cookie, ...own].filter(Boolean).join('; ')
    const request = new Request(url, { headers: { ...headers, ...(cookie && { cookie }) } })
    const match = matchPage(pages, url.pathname)
    if (match) return this.answers.answer(match, request)
    if (!url.pathname.startsWith(OUTCOME)) return this.answers.lost(request)
    return this.answers.signedOutcome(url.pathname.slice(OUTCOME.length), request)
  }

  private ofPage(page: Page): SessionPage {
    const known = this.made.get(page)
    if (known) return known
    const { path, component, props, version = 1, guard, params } = page
    const match = (asked: string) => {
      const found = matchPage(this.options.pages, asked)
      return found?.page === page ? found.params : undefined
    }
    const made = { path, component, props, version, guard, params, match }
    this.made.set(page, made)
    return made
  }
}

function keep(cookies: Map<string, string>, header: string | undefined) {
  const [, name, value] = /^([^=;]+)=([^;]*)/.exec(header ?? '') ?? []
  if (name === undefined) return
  if (/; *max-age=0/i.test(header!)) cookies.delete(name)
  else cookies.set(name, value!)
}
