/** Who is there, in a real tab: what a visitor sees and a screen reader hears as a login ends, changes, or may not do something. */
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { listen } from '../../engine/http/listen.ts'
import { GuardError, html, LiveComponent, mount, page } from '../../engine/index.ts'
import {
  createHandler,
  type Live,
  type LiveOptions,
  silentLogger,
} from '../../engine/server/index.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { browser } = useBrowser()

interface User {
  name: string
  admin: boolean
}

let users: Record<string, User>
const userOf = (request: Request) =>
  users[/sid=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''] ?? null

class Salaries extends LiveComponent {
  guard() {
    return (this.session.identity as User | null)?.admin === true
  }
  getTemplate() {
    return html`<p id="secret">4,000 a month</p>`
  }
}

let mayNote = true

class Notes extends LiveComponent {
  notes: string[] = []
  guard() {
    return mayNote
  }
  note({ form }: { form: Record<string, unknown> }) {
    this.notes.push(String(form.note))
  }
  getTemplate() {
    return html`<form lv-submit=${this.note}><label>Note <input id="note" name="note"></label><button>Keep</button></form>
      <p id="notes">${this.notes.join(', ')}</p>`
  }
}

class Part extends LiveComponent {
  fallback(error: unknown) {
    return html`<p id="denied">${error instanceof GuardError ? 'Only for admins' : 'Failed'}</p>`
  }
  getTemplate() {
    return html`<section>${mount(Salaries)}</section>`
  }
}

class Desk extends LiveComponent {
  start() {
    this.title(this.session.identity ? `Desk of ${(this.session.identity as User).name}` : 'Log in')
  }
  getTemplate() {
    const user = this.session.identity as User | null
    if (!user) return html`<main><h1>Log in</h1></main>`
    return html`<main><h1>Desk of ${user.name}</h1>${mount(Part)}${mount(Notes)}</main>`
  }
}

interface Served {
  live: Live
  address: string
  /** Every connection is lost at once, as when a network goes away. */
  cut(): void
  close(): Promise<void>
}

const contexts: BrowserContext[] = []
const running: Served[] = []
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()))
  await Promise.all(running.splice(0).map((served) => served.close()))
})

async function start(options: Partial<LiveOptions> = {}): Promise<Served> {
  users = { a: { name: 'Ada', admin: true }, g: { name: 'Grace', admin: false } }
  mayNote = true
  const live = createHandler({
    pages: [page('/', Desk)],
    authenticate: userOf,
    identityKey: (user: User) => user.name,
    logger: silentLogger,
    ...options,
  })
  const server = createServer(async (request, response) => {
    if (!(await live.handle(request, response))) response.writeHead(404).end()
  })
  live.attach(server)
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const port = await listen(server, 0, '127.0.0.1')
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  const served = {
    live,
    address: `http://localhost:${port}`,
    cut,
    async close() {
      await live.drain()
      server.close()
      cut()
    },
  }
  running.push(served)
  return served
}

/** A browser of its own, and how often its page was loaded. */
async function visit(served: Served, sid: string) {
  const context = await browser().newContext()
  contexts.push(context)
  await logIn(context, served, sid)
  const tab = await context.newPage()
  const loads: string[] = []
  tab.on('response', (answer) => {
    if (answer.request().isNavigationRequest()) loads.push(`${answer.status()}`)
  })
  await tab.goto(served.address)
  return { context, tab, loads }
}

const logIn = (context: BrowserContext, { address }: Served, sid: string) =>
  context.addCookies([{ name: 'sid', value: sid, url: address }])

const heading = (tab: Page, text: string) => tab.getByRole('heading', { name: text }).waitFor()

test('as a login ends, each of its tabs comes to the page of a visitor without one, and is read so; another login’s stay', {
  tags: ['A26', 'revocable'],
}, async () => {
  const server = await start()
  const ada = await visit(server, 'a')
  const grace = await visit(server, 'g')
  const second = await ada.context.newPage()
  await second.goto(server.address)
  for (const tab of [ada.tab, second, grace.tab]) await connected(tab)
  await second.getByLabel('Note').fill('half a word')
  delete users.a
  await server.live.endSessions({ key: 'Ada' })
  for (const tab of [ada.tab, second]) {
    await heading(tab, 'Log in')
    await connected(tab)
    expect(await tab.title()).toBe('Log in')
    expect(await tab.locator('body').ariaSnapshot()).toMatch(
      /^- main:\n {2}- heading "Log in" \[level=1\](\n- status)+$/,
    )
  }
  expect(ada.loads).toEqual(['200', '200'])
  await grace.tab.getByLabel('Note').fill('still here')
  await grace.tab.keyboard.press('Enter')
  await grace.tab.locator('#notes', { hasText: 'still here' }).waitFor()
  expect(grace.loads).toEqual(['200'])
})

test('a tab that comes back under another login never shows the page of before as live', {
  tags: ['A26', 'other-login'],
}, async () => {
  const server = await start()
  const { tab, context, loads } = await visit(server, 'a')
  await connected(tab)
  await tab.locator('#secret').waitFor()
  await tab.getByLabel('Note').fill('for Ada alone')
  await logIn(context, server, 'g')
  server.cut()
  await heading(tab, 'Desk of Grace')
  await connected(tab)
  expect(await tab.locator('#denied').textContent()).toBe('Only for admins')
  expect(await tab.locator('#secret').count()).toBe(0)
  expect(await tab.getByLabel('Note').inputValue()).toBe('')
  expect(loads).toEqual(['200', '200'])
})

test('a right that was taken away is gone when the tab comes back; what was typed stays', {
  tags: ['A26', 'identity-refreshed', 'guards'],
}, async () => {
  const server = await start()
  const { tab, loads } = await visit(server, 'a')
  await connected(tab)
  await tab.locator('#secret').waitFor()
  await tab.getByLabel('Note').fill('half a word')
  users.a = { name: 'Ada', admin: false }
  await tab.evaluate(() => document.querySelector('main')!.setAttribute('data-mine', 'same'))
  server.cut()
  await tab.locator('#denied').waitFor()
  expect(await tab.locator('#secret').count()).toBe(0)
  expect(await tab.getByLabel('Note').inputValue()).toBe('half a word')
  expect(await tab.locator('main').getAttribute('data-mine')).toBe('same')
  expect(loads).toEqual(['200'])
})

test('what a guard refuses is said in the page’s line, which is read aloud; nothing changes, and what was typed stays', {
  tags: ['A26', 'guards'],
}, async () => {
  const server = await start()
  const { tab } = await visit(server, 'a')
  await connected(tab)
  mayNote = false
  await tab.getByLabel('Note').fill('too late')
  await tab.getByRole('button', { name: 'Keep' }).click()
  const line = tab.getByRole('status').filter({ hasText: /./ })
  await line.waitFor()
  expect(await line.textContent()).toBe('That was not accepted, and nothing was changed.')
  expect(await tab.locator('#notes').textContent()).toBe('')
  expect(await tab.getByLabel('Note').inputValue()).toBe('too late')
})

// As with a browser that sends its cookie with pages and with no socket.
const userOfPages: typeof userOf = (request) =>
  request.headers.get('sec-fetch-mode') === 'navigate' ? userOf(request) : null

test('a browser that sends its cookie with pages only is not loaded again and again', {
  tags: ['A26', 'other-login'],
}, async () => {
  const server = await start({ authenticate: userOfPages })
  const { tab, loads } = await visit(server, 'a')
  // The page that is about to load anew says so for a moment too.
  await expect.poll(() => loads.length, { timeout: 20_000 }).toBe(2)
  const line = tab.getByRole('status').filter({ hasText: 'This page is no longer live.' })
  await line.waitFor()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(loads).toEqual(['200', '200'])
  expect(await line.getByRole('button').textContent()).toBe('Reload')
})

test('a refusal that comes before the page is ready is heard once it is', {
  tags: ['A26', 'other-login'],
}, async () => {
  const server = await start({ authenticate: userOfPages })
  const { context, tab, loads } = await visit(server, 'nobody')
  let held = 0
  // The server has refused and closed before this file is there.
  await context.route('**/client-fields.js', async (route) => {
    held += 1
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await logIn(context, server, 'a')
  loads.length = 0
  await tab.goto(server.address)
  await expect.poll(() => loads.length, { timeout: 10_000 }).toBe(2)
  expect(held).toBeGreaterThan(0)
})

test('a page that its guard refuses is answered with 403, and a tab that was live comes to it', {
  tags: ['A26', 'guards'],
}, async () => {
  const guard = ({ identity }: { identity: unknown }) => (identity as User | null)?.admin === true
  const server = await start({ pages: [page('/', Desk, { guard })] })
  const { tab, loads } = await visit(server, 'a')
  await connected(tab)
  users.a = { name: 'Ada', admin: false }
  server.cut()
  await tab.getByText('You may not see this page.').waitFor()
  expect(loads).toEqual(['200', '403'])
})
