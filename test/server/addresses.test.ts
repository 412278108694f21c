/** What a first paint comes to besides its page: redirects, 403, 404, pages of one's own for them; and what a page says by request. */
import { afterEach, beforeAll, expect, test } from 'vitest'
import {
  forbidden,
  html,
  LiveComponent,
  notFound,
  type Page,
  page,
  redirect,
  type StandardSchema,
} from '../../engine/index.ts'
import { type ServeOptions, serve, silentLogger } from '../../engine/server/index.ts'
import { pageConfig } from '../support/tabs/page-config.ts'
import { Visitor } from '../support/tabs/visitor.ts'
import { ensureClient } from './support/client-built.ts'
import { Counter, Path } from './support/pages.ts'

const running: { close(): Promise<void> }[] = []
beforeAll(ensureClient)
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())))

async function start(pages: readonly Page[], options: Partial<ServeOptions> = {}) {
  const server = await serve({ pages, port: 0, logger: silentLogger, ...options })
  running.push(server)
  return (path: string, headers: Record<string, string> = {}) =>
    fetch(server.address + path, { redirect: 'manual', headers })
}

/** A component that does this instead of showing anything. */
const throwing = (thrown: () => unknown, where: 'start' | 'later' | 'view') =>
  class Throwing extends LiveComponent {
    start() {
      if (where === 'start') throw thrown()
      if (where === 'later') return Promise.reject(thrown())
    }
    fallback() {
      return 'a boundary'
    }
    getTemplate() {
      if (where === 'view') throw thrown()
      return html`<p>shown</p>`
    }
  }

class Missing extends LiveComponent {
  getTemplate() {
    const { status, message } = this.session.params
    return html`<main><h1>Sorry: ${status}</h1><p>${message}</p></main>`
  }
}

test.each(['start', 'later', 'view'] as const)(
  'redirect() in %s is answered with 303, past every boundary, and nothing is kept of the page',
  { tags: ['A22', 'redirect'] },
  async (where) => {
    const get = await start([
      page(
        '/old',
        throwing(() => redirect('/new?a=1#b'), where),
      ),
    ])
    const answer = await get('/old')
    expect([answer.status, answer.headers.get('location'), await answer.text()]).toEqual([
      303,
      '/new?a=1#b',
      '',
    ])
  },
)

test('notFound() and forbidden() are answered with 404 and 403 in a plain page, in words that are escaped', {
  tags: ['A22', 'redirect'],
}, async () => {
  const get = await start([
    page(
      '/a',
      throwing(() => notFound('No <b>user</b>.'), 'start'),
    ),
    page(
      '/b',
      throwing(() => forbidden(), 'view'),
    ),
  ])
  const lost = await get('/a')
  expect([lost.status, lost.headers.get('cache-control')]).toEqual([404, 'no-store'])
  expect(await lost.text()).toContain(
    '<pre style="white-space: pre-wrap">No &lt;b&gt;user&lt;/b&gt;.</pre>',
  )
  const closed = await get('/b')
  expect(closed.status).toBe(403)
  expect(await closed.text()).toContain('You may not see this page.')
})

test('errorPages are live pages with the status of what happened, also for an address of no page', {
  tags: ['A22', 'redirect'],
}, async () => {
  const own = page('/sorry', Missing)
  const errorPages = { 404: own, 403: own, 500: own }
  const pages = [
    page('/', Counter),
    page(
      '/a',
      throwing(() => notFound('Sold.'), 'later'),
    ),
    page(
      '/b',
      throwing(() => new Error('secret'), 'view'),
    ),
    page('/c', Counter, { authenticate: () => Promise.reject(new Error('who?')) }),
  ]
  const get = await start(pages, { errorPages })
  const told = async (path: string) => {
    const answer = await get(path)
    const text = (await answer.text()).replace(/<!--.*?-->/g, '')
    const [, status, message] = /Sorry: (\d+)<\/h1><p[^>]*>(.*?)<\/p>/.exec(text) ?? []
    return [answer.status, status, message]
  }
  expect(await told('/a')).toEqual([404, '404', 'Sold.'])
  expect(await told('/c')).toEqual([403, '403', 'You may not see this page.'])
  expect(await told('/none')).toEqual([404, '404', 'There is nothing at this address.'])
  const address = running.length && (await get('/none')).url.replace('/none', '')
  const visitor = await Visitor.open(address as string, '/none')
  expect(await visitor.join()).toMatchObject({ resumed: true })
  await visitor.line!.close()
})

test('an error page that fails itself leaves the plain one', {
  tags: ['A22', 'redirect'],
}, async () => {
  class Worse extends LiveComponent {
    getTemplate(): never {
      throw new Error('worse')
    }
  }
  const failing = page('/sorry', Worse)
  const get = await start([page('/', Counter)], { errorPages: { 404: failing } })
  const answer = await get('/none')
  expect([answer.status, (await answer.text()).includes('There is no such page')]).toEqual([
    404,
    true,
  ])
})

test('redirects in a circle end with a sentence, and the next visit begins anew', {
  tags: ['A22', 'redirect-loop'],
}, async () => {
  const get = await start([
    page(
      '/a',
      throwing(() => redirect('/b'), 'start'),
    ),
    page(
      '/b',
      throwing(() => redirect('/a'), 'start'),
    ),
    page(
      '/self',
      throwing(() => redirect('/self'), 'start'),
    ),
    page('/', Counter),
  ])
  let path = '/a'
  let cookie = ''
  for (let i = 0; i < 10; i++) {
    const answer = await get(path, { cookie })
    expect(answer.status).toBe(303)
    cookie = answer.headers.get('set-cookie')!.split(';')[0]!
    path = answer.headers.get('location')!
  }
  const stopped = await get(path, { cookie })
  expect(stopped.status).toBe(500)
  expect(await stopped.text()).toContain(
    'Expected redirects to end at a page, received 10 in a row: /a leads to /b.',
  )
  expect(stopped.headers.get('set-cookie')).toContain('Max-Age=0')
  expect((await get('/', { cookie })).headers.get('set-cookie')).toContain('Max-Age=0')
  expect((await get('/')).headers.get('set-cookie')).toBeNull()
  const self = await get('/self')
  expect([self.status, (await self.text()).includes('received one to the page itself')]).toEqual([
    500,
    true,
  ])
})

test('redirect() refuses what would run script or leave the site unseen', {
  tags: ['A22', 'address-refused'],
}, () => {
  for (const url of [
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    ' //evil.example',
    'data:,x',
    7,
    undefined,
  ]) {
    expect(() => redirect(url as string)).toThrow(
      /^Expected a path of this site or an address with https: or http: in redirect\(\), received /,
    )
  }
  for (const url of [
    '/a',
    '?page=2',
    'a/b',
    '#top',
    'https://example.com/',
    'http://example.com/',
  ]) {
    expect(redirect(url).url).toBe(url)
  }
})

test('authenticate may send a visitor to the log-in', { tags: ['A22', 'redirect'] }, async () => {
  const get = await start([
    page('/', Counter, {
      authenticate: () => {
        throw redirect('/login')
      },
    }),
  ])
  expect((await get('/')).headers.get('location')).toBe('/login')
})

test('a page’s schema gets a list for a name that comes several times; without one the last text counts', {
  tags: ['A5', 'page-params'],
}, async () => {
  const tags: StandardSchema<{ tag: string[] }> = {
    '~standard': {
      version: 1,
      vendor: 'test',
      validate: (given) => ({ value: { tag: [(given as { tag: string | string[] }).tag].flat() } }),
    },
  }
  const get = await start([
    page('/typed/:tag', Path),
    page('/typed', Path, { params: tags }),
    page('/plain', Path),
  ])
  const shown = async (path: string) =>
    /<p[^>]*>(?:<!--.*?-->)*(.*?)<\/p>/
      .exec((await (await get(path)).text()).replace(/<!--.*?-->/g, ''))![1]!
      .replaceAll('&quot;', '"')
  expect(await shown('/typed?tag=a&tag=b')).toContain('{"tag":["a","b"]}')
  expect(await shown('/typed?tag=a')).toContain('{"tag":["a"]}')
  expect(await shown('/plain?tag=a&tag=b&__proto__=c')).toContain('{"tag":"b"}')
  expect(await shown('/typed/path?tag=query')).toContain('{"tag":"path"}')
})

test('title, head, status and policy are made for each request', {
  tags: ['A5', 'page-by-request'],
}, async () => {
  const get = await start([
    page('/rooms/:id', Counter, {
      title: ({ params }) => `Room <${params.id}>`,
      head: ({ url }) => `<meta name="from" content="${url}">`,
      status: ({ params }) => (params.id === '0' ? 410 : 200),
      csp: ({ params }) => ({ 'img-src': `https://${params.id}.example`, 'media-src': ['blob:'] }),
    }),
  ])
  const answer = await get('/rooms/7?x=1')
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(text).toContain('<title>Room &lt;7&gt;</title>')
  expect(text).toContain('<meta name="from" content="/rooms/7?x=1">')
  const policy = answer.headers.get('content-security-policy')!
  expect(policy).toContain("img-src 'self' data: blob: https: https://7.example;")
  expect(policy).toMatch(/; media-src 'self' blob:$/)
  expect((await get('/rooms/0')).status).toBe(410)
})

test('a policy that could hold another directive is refused, as the page is made or asked for', {
  tags: ['A5', 'page-by-request'],
}, async () => {
  const sentence = /^Expected a directive and its sources in csp of page\('\/'\), received /
  for (const csp of [
    { 'img-src': 'a; script-src *' },
    { 'img-src': ['a b'] },
    { sandbox: 'x' },
    { 'img-src': [7] },
  ]) {
    expect(() => page('/', Counter, { csp: csp as never })).toThrow(sentence)
  }
  const get = await start([page('/', Counter, { csp: () => ({ 'img-src': 'a, b' }), debug: true })])
  expect(await (await get('/')).text()).toContain('Expected a directive and its sources')
})

test('pages that may take each other’s place have one name for their policy; a style sheet of their own is no difference', {
  tags: ['A22', 'navigate'],
}, async () => {
  const get = await start([
    page('/a', Counter),
    page('/b', Counter, { css: 'p { color: red }' }),
    page('/c', Counter, { csp: { 'img-src': 'https://a.example' } }),
    page('/d', Counter, { allowScript: true }),
  ])
  const [a, b, c, d] = await Promise.all(
    ['/a', '/b', '/c', '/d'].map(async (path) => pageConfig(await (await get(path)).text()).policy),
  )
  expect(a).toMatch(/^[\w-]{8}$/)
  expect([b === a, c === a, d === a]).toEqual([true, false, false])
})

test('an outcome’s address can’t be made up: its words are signed', {
  tags: ['A22', 'redirect'],
}, async () => {
  const get = await start([page('/', Counter)])
  const body = Buffer.from(JSON.stringify([404, 'Call this number'])).toString('base64url')
  const answer = await get(`/_telar/outcome/${body}.forged`)
  const text = await answer.text()
  expect([answer.status, text.includes('Call')]).toEqual([404, false])
  expect(text).toContain('There is nothing at this address.')
})

test('a second hello on a socket leaves the first session and joins the other: an empty frame stands between', {
  tags: ['A22', 'navigate'],
}, async () => {
  const get = await start([page('/', Counter), page('/b', Counter)])
  const address = (await get('/')).url.slice(0, -1)
  const [first, second] = [await Visitor.open(address), await Visitor.open(address, '/b')]
  await first.join()
  await first.clicked()
  const { line } = first
  const before = line!.heard.length
  line!.send(second.hello())
  line!.send(second.hello())
  const welcome = await line!.signal('welcome', before)
  expect(welcome).toMatchObject({ applied: 0, resumed: true, frame: 1 })
  expect(line!.heard[before]).toEqual({ type: 'update', component: 0, operations: [] })
  // The first one waits, as after a cut, and can be joined again on the same socket.
  const back = line!.heard.length
  line!.send(first.hello({ frame: 2 }))
  expect(await line!.signal('welcome', back)).toMatchObject({ applied: 1, resumed: true })
  await line!.close()
})

test('a second hello for a page that asks who is there gets a new connection, whose headers say it', {
  tags: ['A22', 'navigate'],
}, async () => {
  const get = await start([page('/', Counter), page('/me', Counter, { authenticate: () => 'Ada' })])
  const address = (await get('/')).url.slice(0, -1)
  const first = await Visitor.open(address)
  await first.join()
  const mine = await Visitor.open(address, '/me')
  first.line!.send(mine.hello())
  expect((await first.line!.closed).code).toBe(1012)
  expect(await mine.join()).toMatchObject({ resumed: true })
  await mine.line!.close()
})
