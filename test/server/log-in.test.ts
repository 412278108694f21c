/** Logging in and out by packages, with live pages beside them: over the wire, as browsers would. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Visitor } from '../support/tabs/visitor.ts'
import type { Running } from './log-in/desk.ts'
import { ensureClient } from './support/client-built.ts'
import { startProgram } from './support/program.ts'

/** Next takes a process for itself, as in production. */
const startNext = () => {
  const folder = fileURLToPath(new URL('log-in', import.meta.url))
  const entry = join(folder, 'next.ts')
  const app = join(folder, 'next')
  return startProgram({
    entry,
    folder: join(app, '.next'),
    external: ['next', 'iron-session'],
    given: [app],
  })
}

/** What a browser does: keeps cookies, and says from which page a form comes. */
class Browser {
  private readonly cookies = new Map<string, string>()
  private readonly address: string

  constructor(address: string) {
    this.address = address
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get = (path: string) => this.ask(path, {})

  post(path: string, fields: Record<string, string>, origin = this.address) {
    return this.ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin, 'sec-fetch-site': origin === this.address ? 'same-origin' : 'cross-site' },
    })
  }

  async logIn(name: string, password: string) {
    return this.post('/login', { name, password, ...(await this.token()) })
  }

  async logOut() {
    return this.post('/logout', await this.token())
  }

  private async token(): Promise<Record<string, string>> {
    const page = await (await this.get('/login')).text()
    return { _csrf: /name="_csrf" value="([^"]*)"/.exec(page)![1]! }
  }

  private async ask(path: string, init: RequestInit & { headers?: Record<string, string> }) {
    const headers = { ...init.headers, ...(this.cookies.size > 0 && { cookie: this.cookie }) }
    const answer = await fetch(this.address + path, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line))
        this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }
}

describe.each(['express', 'fastify', 'hono', 'next'])(
  'with %s',
  { tags: ['A26', 'log-in'] },
  (name) => {
    let running: Running
    beforeAll(async () => {
      await ensureClient()
      if (name === 'next') running = await startNext()
      else {
        const { start } = (await import(`./log-in/${name}.ts`)) as { start: () => Promise<Running> }
        running = await start()
      }
    }, 60_000)
    afterAll(() => running?.close())

    test('who is not logged in may not see the live page', async () => {
      const answer = await new Browser(running.address).get('/desk')
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('<h1>You may not see this page</h1>')
    })

    test('a form that another site sends logs nobody in, and nobody out', async () => {
      const browser = new Browser(running.address)
      await browser.get('/login')
      const forged = { name: 'Ada', password: 'lovelace' }
      const answer = await browser.post('/login', forged, 'https://evil.example')
      expect(answer.status).toBe(403)
      expect((await browser.get('/desk')).status).toBe(403)
      await browser.logIn('Ada', 'lovelace')
      expect((await browser.post('/logout', {}, 'https://evil.example')).status).toBe(403)
      expect((await browser.get('/desk')).status).toBe(200)
    })

    test('a wrong password logs nobody in', async () => {
      const browser = new Browser(running.address)
      expect((await browser.logIn('Ada', 'byron')).status).toBe(403)
      expect((await browser.get('/desk')).status).toBe(403)
    })

    test('a log-in by an ordinary form: the live page knows who is there; a log-out ends that login’s tabs and no others', async () => {
      const browsers = [new Browser(running.address), new Browser(running.address)] as const
      const [ada, grace] = browsers
      expect((await ada.logIn('Ada', 'lovelace')).headers.get('location')).toBe('/desk')
      await grace.logIn('Grace', 'hopper')
      const tabs = [
        await Visitor.open(running.address, '/desk', ada.cookie),
        await Visitor.open(running.address, '/desk', ada.cookie),
        await Visitor.open(running.address, '/desk', grace.cookie),
      ] as const
      for (const tab of tabs) {
        await tab.join()
        await tab.clicked()
      }
      expect(tabs.map(({ markup }) => /Desk of <!--\d+-->(\w+)/.exec(markup)?.[1])).toEqual([
        'Ada',
        'Ada',
        'Grace',
      ])
      expect((await ada.logOut()).status).toBe(303)
      for (const tab of tabs.slice(0, 2)) {
        expect(await tab.line!.signal('error')).toMatchObject({
          code: 'session-ended',
          reload: true,
        })
      }
      expect((await ada.get('/desk')).status).toBe(403)
      await tabs[2].clicked()
      await tabs[2].line!.close()
    })

    test('a cookie that was tampered with is nobody’s', async () => {
      const ada = new Browser(running.address)
      await ada.logIn('Ada', 'lovelace')
      const [name = '', value = ''] = ada.cookie.split('=')
      const cookie = `${name}=${value.slice(0, -8)}AAAAAAAA`
      const answer = await fetch(`${running.address}/desk`, { headers: { cookie } })
      expect(answer.status).toBe(403)
    })
  },
)
