/** Conduit over plain HTTP: what a browser without script gets, and what a stranger can't do. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createConduit } from '../../site/examples/conduit/index.ts'
import { isWithin } from '../../site/examples/conduit/requests.ts'

const BASE = '/examples/conduit'
const server = createServer(async (request, response) => {
  if (!(await conduit.handle(request, response))) response.writeHead(404).end('not Conduit')
})
const conduit = createConduit({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  origin: 'http://localhost',
  origins: [],
  hosts: [],
  secret: 'a secret of the test that is long enough',
})
conduit.attach(server)

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(async () => {
  server.close()
  await conduit.drain()
})

const address = (path: string) =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`

const get = async (path: string, cookie = '') => {
  const answer = await fetch(address(BASE + path), { headers: { cookie }, redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(address(BASE + path), {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    redirect: 'manual',
  })

let last = 0
async function signUp(name = 'ana') {
  const username = `${name}-${++last}`
  const form = { username, email: `${username}@mail.example`, password: 'long enough' }
  const answer = await post('/register', form)
  expect(answer.status).toBe(303)
  const [cookie = ''] = answer.headers.get('set-cookie')!.split(';')
  return { ...form, cookie, answer }
}

test('a reader without script gets the articles, their pages and the article itself', async () => {
  const home = await get('/')
  expect(home.status).toBe(200)
  expect(home.text).toContain('How to read a weaving draft')
  expect(home.text).toContain(`href="${BASE}/?page=2"`)
  expect((await get('/?page=2')).text).toContain('A timetable is a map')
  expect((await get('/?tag=trains')).text).not.toContain('How to read a weaving draft')
  const article = await get('/article/how-to-read-a-weaving-draft')
  expect(article.text).toContain('<h2>The four grids</h2>')
  expect(article.text).toContain('Filling in three rows on paper was what I needed.')
  expect(article.text).toContain('<title>How to read a weaving draft · Conduit</title>')
})

test('whoever signs up gets a cookie that scripts and other sites can not use', async () => {
  const { answer, cookie, username } = await signUp()
  expect(answer.headers.get('location')).toBe(`${BASE}/`)
  expect(answer.headers.get('set-cookie')).toMatch(
    /^conduit-login=[\w-]{43}; Max-Age=2592000; Path=\/examples\/conduit; HttpOnly; SameSite=Lax$/,
  )
  expect((await get('/', cookie)).text).toContain(username)
  expect((await get('/', 'conduit-login=made-up')).text).toContain('Sign in')
})

test('a wrong log-in is shown again with its address and without its password', async () => {
  const { email } = await signUp()
  const answer = await post('/login', { email, password: 'not the password' })
  const back = answer.headers.get('location')!
  expect(back).toMatch(/^\/examples\/conduit\/login\?again=[\w-]{22}$/)
  expect(answer.headers.get('set-cookie')).toBeNull()
  const shown = (await get(back.slice(BASE.length))).text
  expect(shown).toContain('There is no account with that address and password.')
  expect(shown).toContain(`value="${email}"`)
  expect(shown).not.toContain('not the password')
  expect((await get(back.slice(BASE.length))).text).not.toContain(email)
})

test('a log-out ends the login itself, not only its cookie', async () => {
  const { cookie, username } = await signUp()
  const answer = await post('/logout', {}, { cookie })
  expect(answer.headers.get('set-cookie')).toMatch(/^conduit-login=; Max-Age=0;/)
  expect((await get('/', cookie)).text).not.toContain(username)
})

test.each(['/login', '/register', '/logout'])(
  'a form of another site can not post to %s',
  async (path) => {
    const { email, password, cookie, username } = await signUp()
    const form = { username: 'mallory', email, password }
    const crossSite = { cookie, 'sec-fetch-site': 'cross-site' }
    expect((await post(path, form, crossSite)).status).toBe(403)
    // An older browser sends its origin alone.
    const answer = await fetch(address(BASE + path), {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { cookie, origin: 'https://elsewhere.example' },
      redirect: 'manual',
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect((await get('/', cookie)).text).toContain(username)
  },
)

test('a log-in leads on to a page of Conduit alone', async () => {
  const { email, password } = await signUp()
  const next = async (asked: string) =>
    (await post('/login', { email, password, next: asked })).headers.get('location')
  expect(await next(`${BASE}/editor`)).toBe(`${BASE}/editor`)
  expect(await next('https://elsewhere.example/')).toBe(`${BASE}/`)
})

test.each([
  ['/examples/conduit/settings', true],
  ['/examples/conduit', true],
  ['/examples/conduit-evil', false],
  ['/examples/conduit/../../admin', false],
  ['//elsewhere.example/examples/conduit/', false],
  ['/\\elsewhere.example/examples/conduit/', false],
  ['https://elsewhere.example/examples/conduit/', false],
  ['javascript:alert(1)', false],
  ['', false],
])('%j is a page of Conduit: %s', (next, within) => {
  expect(isWithin(next)).toBe(within)
})

test('a form that is too large, or in another encoding, is refused with a sentence', async () => {
  const large = await post('/login', { email: 'a'.repeat(9_000), password: '' })
  expect(large.status).toBe(413)
  expect(await large.text()).toMatch(/^Expected a form of at most 8192 bytes as /)
  const json = await fetch(address(`${BASE}/login`), {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  expect(json.status).toBe(413)
})

test('fields that nobody asked for, prototypes included, change nothing', async () => {
  const username = `plain-${++last}`
  const answer = await post('/register', {
    username,
    email: `${username}@mail.example`,
    password: 'long enough',
    id: '1',
    __proto__: 'x',
    'constructor.prototype.bio': 'x',
  })
  expect(answer.status).toBe(303)
  expect(({} as { bio?: string }).bio).toBeUndefined()
})

test('an address that is none of its pages is left to the site', async () => {
  expect(await get('/nowhere')).toMatchObject({ status: 404, text: 'not Conduit' })
  expect(await get('/source')).toMatchObject({ status: 404, text: 'not Conduit' })
})
