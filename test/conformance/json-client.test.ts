/** The 50-line JSON client without slots: against literal messages, and on a real page of a real server. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { each, html, LiveComponent, page as livePage } from '../../engine/index.ts'
import { serve, silentLogger } from '../../engine/server/index.ts'
import Counter from '../../site/examples/counter.ts'
import { launchChromium } from '../support/chromium.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const PATIENCE = { timeout: 20_000 }
const CLIENT = readFileSync(fileURLToPath(new URL('json-client.js', import.meta.url)), 'utf8')

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  page = await browser.newPage()
  page.setDefaultTimeout(20_000)
})
afterEach(() => page.close())

test('the client has at most 50 lines', { tags: ['A6'] }, () => {
  expect(CLIENT.trimEnd().split('\n').length).toBeLessThanOrEqual(50)
})

const BODY =
  '<main lv-t="0"><!--[1 s --><p class="a" title="x" lv-s="2" lv-t="3">old</p><input lv-s="4"><ul lv-t="5"><li lv-r="10 r a" lv-t="11">A</li><!--[12 q b-->B<!--13-->!<!--/13--><!--]12--></ul><div>x<!--6--><!--/6-->y</div><!--110--><!--/110--><!--7 1.0--><b lv-r="1.1 c " lv-t="1.2">child</b><!--/7 1.0--><!--]1--></main>'

const shown = (parts: { p?: string; ul?: string; div?: string; b?: string }) =>
  [
    parts.p ?? '<p class="a" title="x">old</p>',
    `<input><ul>${parts.ul ?? '<li>A</li>B!'}</ul>`,
    `<div>${parts.div ?? 'xy'}</div>`,
    parts.b ?? '<b>child</b>',
  ].join('')

const MESSAGES: { title: string; operations: object[]; after: string }[] = [
  {
    title: 'setText on a whole element',
    operations: [{ type: 'setText', target: '3', value: '<new>' }],
    after: shown({ p: '<p class="a" title="x">&lt;new&gt;</p>' }),
  },
  {
    title: 'setText between markers, twice',
    operations: [
      { type: 'setText', target: '6', value: '1' },
      { type: 'setText', target: '6', value: '2' },
    ],
    after: shown({ div: 'x2y' }),
  },
  {
    title: 'setText in another component',
    operations: [{ type: 'setText', target: '1.2', value: 'kid' }],
    after: shown({ b: '<b>kid</b>' }),
  },
  {
    title: 'setHTML in another component, beside a slot whose number has the same digits',
    operations: [{ type: 'setHTML', target: '1.0', value: '<i>kid</i>' }],
    after: shown({ b: '<i>kid</i>' }),
  },
  {
    title: 'setHTML',
    operations: [{ type: 'setHTML', target: '6', value: '<i>1</i>2' }],
    after: shown({ div: 'x<i>1</i>2y' }),
  },
  {
    title: 'setAttribute and removeAttribute',
    operations: [
      { type: 'setAttribute', target: '2', name: 'id', value: 'p' },
      { type: 'removeAttribute', target: '2', name: 'title' },
    ],
    after: shown({ p: '<p class="a" id="p">old</p>' }),
  },
  {
    title: 'setClass',
    operations: [{ type: 'setClass', target: '2', name: 'b', on: true }],
    after: shown({ p: '<p class="a b" title="x">old</p>' }),
  },
  {
    title: 'insert at the end and before a row',
    operations: [
      { type: 'insert', target: '5', before: null, value: '<li lv-r="20 r c" lv-t="21">C</li>' },
      { type: 'insert', target: '5', before: '12', value: '<li lv-r="30 r d" lv-t="31">D</li>' },
      { type: 'setText', target: '21', value: 'c' },
    ],
    after: shown({ ul: '<li>A</li><li>D</li>B!<li>c</li>' }),
  },
  {
    title: 'move and remove',
    operations: [
      { type: 'move', target: '12', before: '10' },
      { type: 'remove', target: '10' },
      { type: 'setText', target: '13', value: '?' },
    ],
    after: shown({ ul: 'B?' }),
  },
  {
    title: 'move into another child slot',
    operations: [{ type: 'move', target: '10', before: '6' }],
    after: shown({ ul: 'B!', div: 'x<li>A</li>y' }),
  },
  {
    title: 'order, of rows of one element and of several nodes',
    operations: [
      { type: 'insert', target: '5', before: null, value: '<li lv-r="20 r c" lv-t="21">C</li>' },
      { type: 'order', target: '5', rows: ['20', '12', '10'] },
      { type: 'setText', target: '13', value: '?' },
    ],
    after: shown({ ul: '<li>C</li>B?<li>A</li>' }),
  },
]

test('literal messages change the page by its markers alone', { tags: ['A6'] }, async () => {
  const http = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>json</title><body></body>')
  })
  const server = new WebSocketServer({ server: http })
  await once(http.listen(0, '127.0.0.1'), 'listening')
  const connections: WebSocket[] = []
  const hellos: string[] = []
  server.on('connection', (socket) => {
    connections.push(socket)
    socket.on('message', (bytes) => hellos.push(bytes.toString()))
  })
  await page.goto(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`)
  const results: Record<string, string> = {}
  for (const [i, { title, operations }] of MESSAGES.entries()) {
    const config = JSON.stringify({ token: 't', epoch: 0, ws: '/' })
    await page.evaluate(
      ([body, settings]) => {
        document.body.innerHTML = `${body}<script type="application/json" id="telar">${settings}</script>`
      },
      [BODY, config],
    )
    await page.evaluate(`(() => {${CLIENT}\nwindow.socket = socket})()`)
    await expect.poll(() => connections.length, PATIENCE).toBe(i + 1)
    await expect.poll(() => hellos.length, PATIENCE).toBe(i + 1)
    const update = { type: 'update', component: 0, frame: 1, operations }
    const last = { type: 'setProperty', target: '4', name: 'value', value: 'done' }
    connections[i]!.send(JSON.stringify({ ...update, operations: [...operations, last] }))
    await page.waitForFunction(() => document.querySelector('input')!.value === 'done')
    results[title] = await page.evaluate(() =>
      document
        .querySelector('main')!
        .innerHTML.replace(/<!--.*?-->/g, '')
        .replace(/ lv-\w="[^"]*"/g, ''),
    )
  }
  for (const socket of connections) socket.terminate()
  http.closeAllConnections()
  http.close()
  expect(results).toEqual(Object.fromEntries(MESSAGES.map(({ title, after }) => [title, after])))
  expect(JSON.parse(hellos[0]!)).toEqual({
    type: 'hello',
    token: 't',
    epoch: 0,
    frame: 0,
    seq: 0,
    path: '/',
  })
})

/** Opens a page of a real server with the 50 lines in place of its client. */
async function openReal(component: typeof Counter | typeof List) {
  const server = await serve({
    pages: [livePage('/', component as typeof Counter)],
    port: 0,
    logger: silentLogger,
  })
  await page.route('**/client.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: CLIENT }),
  )
  const frames: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)))
  })
  await page.goto(server.address)
  await expect.poll(() => frames.some((frame) => frame.includes('welcome')), PATIENCE).toBe(true)
  return { server, frames }
}

test('the 50 lines drive the counter example on its real server', {
  tags: ['A6', 'both-encodings'],
}, async () => {
  const { server, frames } = await openReal(Counter)
  await page.click('button')
  await page.click('button')
  await page.waitForFunction(() => document.querySelector('output')!.textContent === '2')
  const last = JSON.parse(frames.at(-1)!)
  expect(last).toEqual({
    type: 'update',
    component: 0,
    frame: expect.any(Number),
    acknowledged: 2,
    operations: [{ type: 'setText', target: '2', value: '2' }],
  })
  await server.close()
})

class List extends LiveComponent {
  rows = ['a', 'b', 'c']
  rotate() {
    this.rows = ['c', 'd', 'a']
  }
  getTemplate() {
    return html`<button lv-click=${this.rotate}>turn</button><ul>${each(
      this.rows,
      (row) => row,
      (row) => html`<li>${row}</li>`,
    )}</ul>`
  }
}

test('the 50 lines follow a list whose rows move, come and go', { tags: ['A6'] }, async () => {
  const { server } = await openReal(List)
  await page.click('button')
  await page.waitForFunction(() => document.querySelector('ul')!.textContent === 'cda')
  await server.close()
})
