/** Conduit over plain HTTP: what a browser without script gets, and what a stranger can't do. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { JSDOM } from 'jsdom'
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

const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

/** A browser without script: it keeps a cookie, follows links and sends forms. */
class Browser {
  cookie = ''
  at = ''
  status = 0
  document = new JSDOM().window.document
  cookies: string[] = []

  async open(address: string, request: RequestInit = {}): Promise<this> {
    const url = new URL(address, origin() + this.at)
    const answer = await fetch(url, {
      ...request,
      headers: { cookie: this.cookie, 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
    })
    for (const set of answer.headers.getSetCookie()) {
      if (!set.startsWith('conduit-login=')) continue
      this.cookies.push(set)
      this.cookie = set.split(';')[0]!
    }
    this.at = url.pathname + url.search
    const next = answer.headers.get('location')
    if (next) return this.open(next)
    this.status = answer.status
    this.document = new JSDOM(await answer.text()).window.document
    return this
  }

  async send(values: Record<string, string>): Promise<this> {
    const [name = ''] = Object.keys(values)
    const field = name
      ? this.document.querySelector<HTMLInputElement>(`[name="${name}"]`)
      : this.document.querySelector<HTMLInputElement>('form[action$="logout"] button')
    const { form } = field!
    const all = new URLSearchParams()
    for (const one of form!.querySelectorAll<HTMLInputElement>('[name]'))
      all.set(one.name, values[one.name] ?? one.value)
    expect(form!.method).toBe('post')
    return this.open(form!.getAttribute('action') || this.at, { method: 'POST', body: all })
  }

  get text() {
    return this.document.body.textContent
  }

  value(name: string) {
    return this.document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value
  }
}

let last = 0
async function signUp() {
  const username = `ana-${++last}`
  const values = { username, email: `${username}@mail.example`, password: 'long enough' }
  const browser = await (await new Browser().open(`${BASE}/register`)).send(values)
  return { ...values, browser }
}

test('a reader without script gets the articles, their pages and the article itself', async () => {
  const reader = await new Browser().open(`${BASE}/`)
  expect(reader.status).toBe(200)
  expect(reader.text).toContain('How to read a weaving draft')
  expect(reader.document.querySelector(`a[href="${BASE}/?page=2"]`)).not.toBeNull()
  expect((await reader.open('?page=2')).text).toContain('A timetable is a map')
  expect((await reader.open('?tag=trains')).text).not.toContain('How to read a weaving draft')
  await reader.open(`${BASE}/article/how-to-read-a-weaving-draft`)
  expect(reader.document.querySelector('.article-content h2')?.textContent).toBe('The four grids')
  expect(reader.text).toContain('Filling in three rows on paper was what I needed.')
  expect(reader.document.title).toBe('How to read a weaving draft · Conduit')
})

test('whoever signs up gets a cookie that scripts and other sites can not use', async () => {
  const { browser, username } = await signUp()
  expect(browser.at).toBe(`${BASE}/`)
  expect(browser.cookies).toEqual([
    expect.stringMatching(
      /^conduit-login=[\w-]{43}; Max-Age=2592000; Path=\/examples\/conduit; HttpOnly; SameSite=Lax$/,
    ),
  ])
  expect(browser.text).toContain(username)
  browser.cookie = 'conduit-login=made-up'
  expect((await browser.open(`${BASE}/`)).text).toContain('Sign in')
})

test('a wrong log-in is shown again with its address and without its password', async () => {
  const { email } = await signUp()
  const browser = await new Browser().open(`${BASE}/login`)
  await browser.send({ email, password: 'not the password' })
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('There is no account with that address and password.')
  expect(browser.value('email')).toBe(email)
  expect(browser.value('password')).toBe('')
  expect(browser.document.documentElement.outerHTML).not.toContain('not the password')
  expect(browser.cookies).toEqual([])
})

test('an account that cannot be is refused field by field, and a name that is taken at its field', async () => {
  const { username } = await signUp()
  const browser = await new Browser().open(`${BASE}/register`)
  await browser.send({ username: 'a b', email: 'x', password: 'short' })
  expect(browser.text).toContain('A name has letters, digits, - and _ only.')
  expect(browser.text).toContain('Write an e-mail address such as ana@example.com.')
  expect(browser.text).toContain('A password has 8 characters or more.')
  const values = {
    username: username.toUpperCase(),
    email: 'b@mail.example',
    password: 'long enough',
  }
  await browser.send(values)
  expect(browser.text).toContain('Somebody has that name already.')
  expect(browser.value('username')).toBe(username.toUpperCase())
})

test('a log-out ends the login itself, not only its cookie', async () => {
  const { browser, username } = await signUp()
  const stolen = browser.cookie
  await browser.open(`${BASE}/settings`)
  await browser.send({})
  expect(browser.cookies.at(-1)).toMatch(/^conduit-login=; Max-Age=0;/)
  browser.cookie = stolen
  expect((await browser.open(`${BASE}/`)).text).not.toContain(username)
})

test('a log-in leads back to the page that asked for it, and to no other site', async () => {
  const { browser, email, password } = await signUp()
  browser.cookie = ''
  await browser.open(`${BASE}/editor`)
  expect(browser.at).toBe(`${BASE}/login?next=%2Fexamples%2Fconduit%2Feditor`)
  await browser.send({ email, password })
  expect(browser.at).toBe(`${BASE}/editor`)
  browser.cookie = ''
  await browser.open(`${BASE}/login?next=https://elsewhere.example/`)
  await browser.send({ email, password })
  expect(browser.at).toBe(`${BASE}/`)
})

test('an article is written, tagged, changed and commented without script', async () => {
  const { browser } = await signUp()
  await browser.open(`${BASE}/editor`)
  await browser.send({
    title: 'By hand',
    description: 'About',
    body: 'Some *text*',
    tag: 'One, two',
  })
  const { at } = browser
  expect(at).toMatch(/^\/examples\/conduit\/article\/by-hand-[0-9a-f]{8}$/)
  expect(browser.document.querySelector('.article-content em')?.textContent).toBe('text')
  expect(browser.document.querySelector('.article-page .tag-list')?.textContent).toBe('onetwo')
  await browser.send({ body: 'A comment' })
  expect(browser.text).toContain('A comment')
  await browser.open(at.replace('/article/', '/editor/'))
  expect(browser.value('title')).toBe('By hand')
  await browser.send({ title: '' })
  expect(browser.text).toContain("A title can't be empty.")
  await browser.send({ title: 'By two hands' })
  expect(browser.at).toBe(at)
  expect(browser.document.querySelector('h1')?.textContent).toBe('By two hands')
})

test("another one's article can not be edited, and what does not exist is not found", async () => {
  const { browser } = await signUp()
  await browser.open(`${BASE}/editor/how-to-read-a-weaving-draft`)
  expect([browser.status, browser.document.querySelector('h1')?.textContent]).toEqual([
    403,
    'Only its author can change an article.',
  ])
  for (const path of ['/article/nowhere', '/profile/nobody', '/editor/nowhere']) {
    await browser.open(BASE + path)
    expect(browser.status, path).toBe(404)
    expect(browser.document.querySelector('h1')?.textContent, path).toMatch(/^There is no such /)
  }
})

const crossSite: [string, Record<string, string>][] = [
  ['says so', { 'sec-fetch-site': 'cross-site' }],
  ['sends its origin', { origin: 'https://elsewhere.example' }],
]
test.each(crossSite)(
  'another site can neither log a visitor in nor out, when the browser %s',
  async (_, headers) => {
    const { browser, username } = await signUp()
    const logOut = await fetch(`${origin()}${BASE}/logout`, {
      method: 'POST',
      headers: { ...headers, cookie: browser.cookie },
    })
    expect([logOut.status, logOut.headers.get('set-cookie')]).toEqual([403, null])
    expect((await browser.open(`${BASE}/`)).text).toContain(username)
    const logIn = await fetch(`${origin()}${BASE}/session?ticket=x`, {
      headers,
      redirect: 'manual',
    })
    expect([logIn.status, logIn.headers.get('set-cookie')]).toEqual([403, null])
  },
)

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

test('an address that is none of its pages is left to the site', async () => {
  expect((await new Browser().open(`${BASE}/source`)).text).toBe('not Conduit')
})
