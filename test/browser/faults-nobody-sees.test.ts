/** What a visitor reads when something fails behind the page: the fault by its name, never a lost connection that is none. */
import { beforeAll, expect, test } from 'vitest'
import { html, LiveComponent, page } from '../../engine/index.ts'
import { memoryStore, type ServeOptions, serve, silentLogger } from '../../engine/server/index.ts'
import { ensureClient } from '../server/support/client-built.ts'
import { FailingStore } from '../server/support/failing-store.ts'
import { connected, useBrowser } from './support/live-page.ts'

beforeAll(ensureClient)
const { browser } = useBrowser()

class Counter extends LiveComponent {
  count = 0
  getTemplate() {
    return html`<button lv-click=${() => this.count++}>${this.count}</button>`
  }
}

class Broken extends Counter {
  override getTemplate(): never {
    throw new Error('the new code does not render')
  }
}
// The same component to the store: state is kept by path and class name.
Object.defineProperty(Broken, 'name', { value: 'Counter' })

const serving = (component: typeof Counter, options: Partial<ServeOptions>) =>
  serve({
    pages: [page('/', component, { debug: true })],
    port: 0,
    secret: 's',
    logger: silentLogger,
    ...options,
  })

test('new code that fails says so in the page and the console, and the next good code brings the tab back with all it had', async () => {
  const store = memoryStore()
  const first = await serving(Counter, { store })
  const { port } = first
  const tab = await browser().newPage()
  const said: string[] = []
  tab.on('console', (message) => void said.push(message.text()))
  await tab.goto(first.address)
  await connected(tab)
  await tab.click('button')
  await tab.getByText('1', { exact: true }).waitFor()
  await first.close()
  const broken = await serving(Broken, { store, port })
  const line = tab.getByRole('status')
  await line.filter({ hasText: 'This page fails on the server at the moment.' }).waitFor()
  expect(said).toContain(
    'telar take-over-failed: Counter failed in getTemplate: the new code does not render',
  )
  // Longer than the time after which a lost connection is told.
  await tab.waitForTimeout(1_500)
  expect(await line.textContent()).not.toContain('Connection lost')
  await broken.close()
  const mended = await serving(Counter, { store, port })
  await connected(tab)
  await tab.click('button')
  await tab.getByText('2', { exact: true }).waitFor()
  await tab.close()
  await mended.close()
}, 60_000)

test('while the store refuses, the page says that a press waits; then it counts, without a reload', async () => {
  const store = new FailingStore(memoryStore())
  const server = await serving(Counter, { store })
  const tab = await browser().newPage()
  await tab.goto(server.address)
  await connected(tab)
  await tab.evaluate(() => document.body.setAttribute('data-mine', 'not reloaded'))
  store.fail(new Error('ENOSPC'), 'write')
  await tab.click('button')
  await tab.click('button')
  const line = tab.getByRole('status')
  await line.filter({ hasText: 'can’t save at the moment' }).waitFor()
  expect(await tab.textContent('button')).toBe('0')
  store.mend()
  await tab.getByText('2', { exact: true }).waitFor()
  await connected(tab)
  expect(await tab.getAttribute('body', 'data-mine')).toBe('not reloaded')
  await tab.close()
  await server.close()
}, 60_000)

test('a page whose first paint has run out of time before it joins is loaded anew, once', async () => {
  const server = await serving(Counter, { limits: { unconnected: 2_000 } })
  const tab = await browser().newPage()
  let loads = 0
  // The client comes after the first paint is gone, as over a slow line.
  await tab.route('**/client*.js', async (route) => {
    if (++loads === 1) await new Promise((resolve) => setTimeout(resolve, 3_000))
    await route.continue()
  })
  await tab.goto(server.address)
  await connected(tab)
  await tab.click('button')
  await tab.getByText('1', { exact: true }).waitFor()
  await tab.close()
  await server.close()
}, 60_000)
