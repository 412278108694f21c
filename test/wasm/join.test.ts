/** Joining, losing the connection and coming back, against a server that writes down what arrives. */
import { expect, test } from 'vitest'
import { encodeOps } from '../../engine/protocol/encode-ops.ts'
import { decodeUp } from '../../engine/protocol/event.ts'
import type { Op } from '../../engine/protocol/ops.ts'
import { connected, shows, useClient } from './browser.ts'

const { open, page: currentPage } = useClient()
/** What slot 4 of component 0 adds up to with "new" in it. */
const HASH_OF_NEW = 3_403_768_342
const BUTTONS =
  '<main lv-t="0"><div lv-r="1 x "><button id="a" lv-click="2">a</button><button id="b" lv-click="3">b</button><p lv-t="4">0</p></div></main>'

test('the first message says who the tab is and what it has', { tags: ['A10'] }, async () => {
  const { server } = await open({ body: BUTTONS })
  expect(Buffer.from(server.raw[0]!, 'hex').toString()).toBe(
    '\x04{"token":"t","epoch":1,"frame":0,"seq":0,"path":"/","templates":[]}',
  )
})

test('what is clicked without a connection is sent once, in order, when there is one', {
  tags: ['A9', 'A10', 'event-queue', 'events-out-of-order'],
}, async () => {
  const { page, server } = await open({ body: BUTTONS })
  await page.click('#a')
  await server.event()
  server.refuse = true
  server.socket.close(1012)
  await page.waitForSelector('html[data-telar=disconnected]', { state: 'attached' })
  await page.click('#b')
  await page.click('#a')
  server.refuse = false
  const hello = await server.hello(2)
  expect(hello).toMatchObject({ epoch: 1, frame: 1, seq: 1 })
  server.welcome({ epoch: 1, applied: 1, resumed: true, frame: 2 })
  const events = await server.event(3)
  expect(events.map(({ seq, slot, frame }) => [seq, slot, frame])).toEqual([
    [1, 2, 1],
    [2, 3, 2],
    [3, 2, 2],
  ])
  server.frame('13 00 03 03 01 08 04 646f6e65')
  await shows(page, 'p', 'done')
  expect(server.events).toHaveLength(3)
})

test('events that were sent and not kept are sent again under their old numbers', {
  tags: ['A10', 'pending-operations'],
}, async () => {
  const { page, server } = await open({ body: BUTTONS })
  await page.click('#a')
  await page.click('#b')
  await server.event(2)
  server.socket.close(1001)
  await server.hello(2)
  server.welcome({ epoch: 1, applied: 1, resumed: true, frame: 2 })
  const events = await server.event(3)
  expect(events.map(({ seq, slot }) => [seq, slot])).toEqual([
    [1, 2],
    [2, 3],
    [2, 3],
  ])
})

test('an event whose element has gone keeps its number and names no handler', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await open({ body: BUTTONS })
  server.refuse = true
  server.socket.close(1012)
  await page.waitForSelector('html[data-telar=disconnected]', { state: 'attached' })
  await page.click('#b')
  server.refuse = false
  await server.hello(2)
  server.welcome({ epoch: 2, applied: 0, resumed: false, frame: 1 })
  server.ops(
    [
      { op: 'template', number: 0, html: '<button lv-click="1">new</button>' },
      { op: 'insert', list: 0, tpl: 0, base: 1, before: 0, key: '', strings: [] },
    ],
    { repaint: true },
  )
  await page.click('text=new')
  const events = await server.event(2)
  expect(events.map(({ seq, component, slot, data }) => [seq, component, slot, data])).toEqual([
    [1, 0, 0, {}],
    [2, 0, 2, {}],
  ])
})

test('there is one socket at a time, however often the network says that it is back', {
  tags: ['A10', 'backoff', 'many-sockets'],
}, async () => {
  const { page, server } = await open({ body: BUTTONS })
  server.socket.close(1012)
  await page.evaluate(() => {
    for (let i = 0; i < 20; i++) window.dispatchEvent(new Event('online'))
  })
  await server.hello(2)
  server.welcome({ epoch: 1, applied: 0, resumed: true, frame: 2 })
  await connected(page)
  expect(server.sockets).toHaveLength(2)
  expect(server.most).toBe(1)
})

test('a tab whose session another one took over stays away and says so', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await open({ body: BUTTONS })
  server.socket.close(4001)
  await page.waitForSelector('html[data-telar=refused]', { state: 'attached' })
  await page.getByRole('status').getByText('This page is no longer live.').waitFor()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  expect(server.sockets).toHaveLength(1)
})

test('a refusal that is final ends the tab and not its page', { tags: ['A10'] }, async () => {
  const { page, server } = await open({ body: BUTTONS })
  await page.evaluate(() => Object.assign(window, { same: true }))
  server.ops([
    {
      op: 'signal',
      kind: 'error',
      value: { code: 'token-invalid', message: 'Old.', owner: 'network', fatal: true },
    },
  ])
  await page.waitForSelector('html[data-telar=refused]', { state: 'attached' })
  expect(await page.evaluate(() => 'same' in window)).toBe(true)
})

test('a frame that can not be applied makes the tab join again as one that knows nothing', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await open({ body: BUTTONS })
  server.frame('11 00 03 01 08 04 6e6577')
  const hello = await server.hello(2)
  expect(hello).toMatchObject({ epoch: 0, frame: 0 })
  server.welcome({ epoch: 1, applied: 0, resumed: false, frame: 5 })
  server.ops(
    [
      { op: 'template', number: 0, html: '<b lv-t="1"></b>' },
      { op: 'insert', list: 0, tpl: 0, base: 1, before: 0, key: '', strings: ['healed'] },
    ],
    { repaint: true },
  )
  await shows(page, 'main', 'healed')
})

test('what the server misses is sent again after a while, once more, and then the tab joins anew', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await open({ body: BUTTONS })
  await page.click('#a')
  await page.click('#b')
  await server.event(2)
  // However often it is told.
  for (let i = 0; i < 3; i++) server.ops([{ op: 'signal', kind: 'gap', value: { expected: 1 } }])
  await server.hello(2)
  expect(server.events.map(({ seq }) => seq)).toEqual([1, 2, 1, 2, 1, 2])
})

test('a frame that comes twice is applied once, and one that is missing makes the tab join anew', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await open({ body: BUTTONS })
  const [first, second, third] = ['one', 'two', 'three'].map((text, i) =>
    encodeOps([{ op: 'setText', slot: 4, text }], { number: i + 2 }),
  )
  server.send(first!)
  server.send(second!)
  server.send(first!)
  server.send(second!)
  await shows(page, 'p', 'two')
  server.send(encodeOps([{ op: 'setText', slot: 4, text: 'five' }], { number: 5 }))
  expect(await server.hello(2)).toMatchObject({ epoch: 1, frame: 3 })
  server.welcome({ epoch: 1, applied: 0, resumed: true, frame: 4 })
  server.send(third!)
  server.send(encodeOps([{ op: 'setText', slot: 4, text: 'four' }], { number: 5 }))
  await shows(page, 'p', 'four')
})

test('a tab whose welcome was lost joins anew', { tags: ['A10'] }, async () => {
  const { server } = await open({ body: BUTTONS })
  server.socket.close(1012)
  await server.hello(2)
  server.send(encodeOps([{ op: 'setText', slot: 4, text: 'old' }], { number: 9 }))
  expect(await server.hello(3)).toMatchObject({ epoch: 1, frame: 1 })
})

test('more than the server lets be unanswered waits, and what moves merges until it is sent', {
  tags: ['A9'],
}, async () => {
  const { page, server } = await open({
    body: '<main lv-t="0"><div lv-r="1 x "><button lv-click="2"></button><p lv-pointermove="4"></p></div></main>',
  })
  await page.evaluate(() => {
    for (let i = 0; i < 70; i++) document.querySelector('button')!.click()
    const box = document.querySelector('p')!
    for (let x = 0; x < 500; x++) {
      box.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: x }))
    }
    document.querySelector('button')!.click()
  })
  const events = await server.event(64)
  expect(events).toHaveLength(64)
  server.ops([], { acknowledges: 64 })
  expect((await server.event(72)).slice(64).map(({ seq, slot }) => [seq, slot])).toEqual([
    [65, 2],
    [66, 2],
    [67, 2],
    [68, 2],
    [69, 2],
    [70, 2],
    [71, 4],
    [72, 2],
  ])
})

test('an event over 32 KB goes in parts, and one over the limit says so at its field and takes its number', {
  tags: ['A7'],
}, async () => {
  const { page, server } = await open({
    body: '<main lv-t="0"><div lv-r="1 x "><textarea lv-input="2"></textarea><button lv-click="3">b</button></div></main>',
  })
  await page.fill('textarea', '一'.repeat(22_000))
  const parts = () => server.sent.filter((up) => up.type === 'part')
  await server.condition(() => parts().at(-1)?.left === 0)
  const whole = Buffer.concat(parts().map(({ content }) => content as Uint8Array))
  expect(parts().map(({ seq, index }) => [seq, index])).toEqual([
    [1, 0],
    [1, 1],
    [1, 2],
  ])
  expect(decodeUp(whole)).toMatchObject({ seq: 1, slot: 2, data: { value: '一'.repeat(22_000) } })
  server.ops([], { acknowledges: 1 })
  await page.fill('textarea', 'x'.repeat(1_100_000))
  await server.condition(() => parts().at(-1)!.seq === 2)
  const value = { seq: 2, outcome: 'refused', code: 'frame-too-large', message: 'Too large.' }
  server.ops([{ op: 'signal', kind: 'answer', value }], { acknowledges: 1 })
  await page.getByRole('status').getByText('This is too large to send: at most 1.0 MB.').waitFor()
  const said = await page.evaluate(() => document.querySelector('textarea')!.validationMessage)
  expect(said).toMatch(/^This is too large to send/)
  await page.click('button')
  expect((await server.event()).at(-1)).toMatchObject({ seq: 3, slot: 3 })
  expect(parts()).toHaveLength(4)
})

test('a lost connection is said and announced, and so is its return', {
  tags: ['A10', 'connection-status'],
}, async () => {
  const { page, server } = await open({ body: BUTTONS })
  const line = page.getByRole('status')
  expect(await line.textContent()).toBe('')
  server.refuse = true
  server.socket.close(1012)
  await line.getByText('Gone. Trying again…').waitFor()
  server.refuse = false
  await server.hello(2)
  server.welcome({ epoch: 1, applied: 0, resumed: true, frame: 2 })
  await line.getByText('Connected again.').waitFor()
})

const STALE = { op: 'signal', kind: 'answer', value: { seq: 1, outcome: 'stale' } } as const

test('a page in Spanish says it in Spanish', { tags: ['A10', 'B12'] }, async () => {
  const { page, server } = await open({ body: BUTTONS, lang: 'es' })
  await page.click('#a')
  server.ops([STALE], { acknowledges: 1 })
  await page.getByRole('status').getByText('Eso acaba de cambiar.').waitFor()
})

test('a click that came too late is said', { tags: ['A10'] }, async () => {
  const { page, server } = await open({ body: BUTTONS })
  await page.click('#a')
  server.ops([STALE], { acknowledges: 1 })
  await page.getByRole('status').getByText('That has just changed.').waitFor()
})

test('an event that waited for the welcome is shown behind it', { tags: ['B8'] }, async () => {
  await currentPage().addInitScript(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    window.addEventListener('message', ({ data }) => {
      if (data.type === 'frame') heard.push(`${data.direction} ${data.bytes[0]}`)
    })
  })
  const { page, server } = await open({ body: BUTTONS, config: { debug: true } })
  server.refuse = true
  server.socket.close(1012)
  await page.waitForSelector('html[data-telar=disconnected]', { state: 'attached' })
  await page.click('#a')
  server.refuse = false
  await server.hello(2)
  server.welcome({ epoch: 1, applied: 0, resumed: true, frame: 2 })
  await server.event()
  // What is posted to a page comes a task later.
  await page.waitForFunction(() =>
    (window as unknown as { heard: string[] }).heard.includes('up 1'),
  )
  const all = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  // An acknowledgement comes a second after the frame that it is of, whatever happens then.
  const heard = all.filter((frame) => frame !== 'up 2')
  expect(heard.slice(heard.lastIndexOf('up 4'))).toEqual(['up 4', 'down 17', 'up 1'])
})

test('frames without an event are acknowledged by themselves', { tags: ['A6'] }, async () => {
  const { server } = await open({ body: BUTTONS })
  server.frame('00 00 0a 02')
  await server.condition(() => server.sent.some((up) => up.type === 'ack' && up.frame === 2))
})

test('a tab whose texts add up to something else says so, and joins as one that knows nothing', {
  tags: ['A6'],
}, async () => {
  const { page, server } = await open({ body: BUTTONS })
  const warnings: string[] = []
  page.on('console', (message) => warnings.push(message.text()))
  server.ops([{ op: 'setText', slot: 4, text: 'new' }], { hash: HASH_OF_NEW })
  await shows(page, 'p', 'new')
  expect(warnings).toEqual([])
  server.ops([], { hash: HASH_OF_NEW + 1 })
  expect(await server.hello(2)).toMatchObject({ epoch: 0, frame: 0 })
  expect(warnings[0]).toMatch(/^telar frame-diverged: /)
})

test('a policy that forbids WASM leaves the page live', { tags: ['A17'] }, async () => {
  const { page, server } = await open({
    body: BUTTONS,
    headers: { 'content-security-policy': "script-src 'self'; style-src 'self'" },
  })
  await page.click('#a')
  await server.event()
  server.frame('13 00 01 03 01 08 04 646f6e65')
  await shows(page, 'p', 'done')
})

test('a page that may not use storage is live all the same', { tags: ['A10'] }, async () => {
  await currentPage().addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get: refuse })
    }
    Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse })
  })
  const { page, server } = await open({ body: BUTTONS })
  await page.click('#a')
  expect(await server.event()).toHaveLength(1)
})

test('a page that is debugged shows every frame to the page around it', {
  tags: ['B8'],
}, async () => {
  await currentPage().addInitScript(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    window.addEventListener('message', ({ data }) => {
      heard.push(
        data.type === 'frame'
          ? `${data.direction} ${data.bytes.length}`
          : data.type === 'status'
            ? data.status
            : data.type,
      )
    })
  })
  const { page } = await open({ body: BUTTONS, config: { debug: true } })
  await page.click('#a')
  await page.waitForFunction(() =>
    (window as unknown as { heard: string[] }).heard.includes('up 6'),
  )
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  // On a slow machine the acknowledgement of the welcome comes before the click.
  expect(heard.filter((one) => one !== 'up 2')).toEqual([
    'connecting',
    'up 68',
    'down 54',
    'connected',
    'ready',
    'up 6',
  ])
})

test('a tab that comes back has its templates by name, and says which', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await open({ body: '<main lv-t="0"></main>' })
  const text = (base: number): Op => {
    return { op: 'insert', list: 0, tpl: 7, base, before: 0, key: '', strings: ['by name'] }
  }
  server.ops([{ op: 'template', number: 3, html: '<b lv-t="1"></b>' }])
  await server.condition(() => server.sent.some((up) => up.type === 'ack' && up.frame === 2))
  server.socket.close(1012)
  expect((await server.hello(2)).templates).toEqual(['sqc51w'])
  server.welcome({ epoch: 2, applied: 0, resumed: false, frame: 1 })
  server.ops([{ op: 'template', number: 7, html: 'sqc51w' }, text(9)], { repaint: true })
  await shows(page, 'b', 'by name')
})

test('a template by a name that the tab does not have is refused', { tags: ['A6'] }, async () => {
  const { server } = await open({ body: '<main lv-t="0"></main>' })
  server.ops([{ op: 'template', number: 3, html: 'sqc51w' }])
  expect(await server.hello(2)).toMatchObject({ epoch: 0, frame: 0, templates: [] })
})
