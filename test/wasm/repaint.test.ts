/** Another process takes the page up: what stands is kept by its place, template and key. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Op } from '../../engine/protocol/ops.ts'
import { connected, type LiveServer, shows, useClient } from './browser.ts'

const { open } = useClient()

const ROOT =
  '<section><input lv-s="1:.value" lv-input="2"><p lv-s="3:title" lv-t="4"></p><ul lv-t="5"></ul><div>x<!--6--><!--/6-->y</div><!--7--><!--/7--></section>'
const ITEM = '<li lv-click="1" lv-t="2"></li>'
const CHILD = '<b lv-t="1"></b>'
/** What slot 5 of component 0 adds up to with "new" in it. */
const HASH_OF_NEW = 3_598_595_254

const define: Op[] = [
  { op: 'template', number: 0, html: ROOT },
  { op: 'template', number: 1, html: ITEM },
  { op: 'template', number: 2, html: CHILD },
]
const item = (list: number, base: number, key: string, text = key): Op => ({
  op: 'insert',
  list,
  tpl: 1,
  base,
  before: 0,
  key,
  strings: [text],
})

/** Builds the page by frames, as the first process did. */
async function build(): Promise<{ page: Page; server: LiveServer }> {
  const { page, server } = await open({ body: '<main lv-t="0"></main>' })
  server.ops([
    ...define,
    {
      op: 'insert',
      list: 0,
      tpl: 0,
      base: 1,
      before: 0,
      key: '',
      strings: ['""', '', 'old', '', '', ''],
    },
    { op: 'delAttr', slot: 4, name: 'title' },
    item(6, 20, 'a'),
    item(6, 30, 'b'),
    item(6, 40, 'c'),
    { op: 'setHTML', slot: 7, html: '<i>raw</i>' },
    { op: 'mount', slot: 8, id: 1 },
    { op: 'component', id: 1 },
    { op: 'insert', list: 0, tpl: 2, base: 1, before: 0, key: '', strings: ['child'] },
  ])
  await shows(page, 'b', 'child')
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('main *')) {
      Object.assign(element, { mine: element.textContent })
    }
  })
  return { page, server }
}

/** The connection goes, another process answers with other numbers. */
async function takeOver(page: Page, server: LiveServer, ops: readonly Op[]) {
  server.socket.close(1012)
  const hello = await server.hello(2)
  server.welcome({ epoch: 2, applied: hello.seq, resumed: false, frame: 1 })
  server.ops([...define, ...ops], { repaint: true })
  await connected(page)
}

const painted = (rows: readonly Op[], text = 'old', value = ''): Op[] => [
  {
    op: 'insert',
    list: 0,
    tpl: 0,
    base: 100,
    before: 0,
    key: '',
    strings: [JSON.stringify(value), '', text, '', '', ''],
  },
  { op: 'delAttr', slot: 103, name: 'title' },
  ...rows,
  { op: 'setHTML', slot: 106, html: '<i>raw</i>' },
  { op: 'mount', slot: 107, id: 5 },
  { op: 'component', id: 5 },
  { op: 'insert', list: 0, tpl: 2, base: 50, before: 0, key: '', strings: ['child'] },
  { op: 'component', id: 0 },
]

const mine = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<Element & { mine?: string }>('main *')].map(
      (element) => `${element.localName}:${element.mine ?? 'new'}`,
    ),
  )

test('a repaint that says what stands touches nothing', { tags: ['A10'] }, async () => {
  const { page, server } = await build()
  await page.evaluate(() => {
    const changes: string[] = []
    Object.assign(window, { changes })
    const note = (records: MutationRecord[]) => changes.push(...records.map(({ type }) => type))
    new MutationObserver(note).observe(document.querySelector('main')!, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
  })
  const rows = [item(105, 200, 'a'), item(105, 210, 'b'), item(105, 220, 'c')]
  await takeOver(page, server, painted(rows))
  expect(await page.evaluate(() => (window as unknown as { changes: string[] }).changes)).toEqual(
    [],
  )
  expect(await page.locator('main').innerHTML()).toBe(
    '<section><input lv-input="2"><p>old</p><ul><li lv-click="1">a</li><li lv-click="1">b</li><li lv-click="1">c</li></ul><div>x<i>raw</i>y</div><b>child</b></section>',
  )
})

test('a repaint keeps rows by key in a new order, brings new ones in, takes others out', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await build()
  const rows = [item(105, 200, 'c'), item(105, 210, 'd'), item(105, 220, 'a', 'A')]
  await takeOver(page, server, painted(rows, 'new'))
  expect(await page.locator('ul').innerHTML()).toBe(
    '<li lv-click="1">c</li><li lv-click="1">d</li><li lv-click="1">A</li>',
  )
  expect(await mine(page)).toEqual([
    'section:oldabcxrawychild',
    'input:',
    'p:old',
    'ul:abc',
    'li:c',
    'li:new',
    'li:a',
    'div:xrawy',
    'i:raw',
    'b:child',
  ])
})

test('after a repaint events carry the new numbers', { tags: ['A10'] }, async () => {
  const { page, server } = await build()
  const rows = [item(105, 200, 'a'), item(105, 210, 'b'), item(105, 220, 'c')]
  await takeOver(page, server, painted(rows))
  await page.click('text=b')
  expect((await server.event())[0]).toMatchObject({ component: 0, slot: 211, seq: 1, frame: 2 })
})

test('after a repaint frames reach every slot by its new number', { tags: ['A10'] }, async () => {
  const { page, server } = await build()
  await takeOver(page, server, painted([item(105, 200, 'a')]))
  server.ops([
    { op: 'setText', slot: 202, text: 'item' },
    { op: 'setAttr', slot: 103, name: 'title', text: 't' },
    { op: 'setText', slot: 104, text: 'text' },
    { op: 'component', id: 5 },
    { op: 'setText', slot: 51, text: 'kid' },
  ])
  await shows(page, 'b', 'kid')
  expect(await page.locator('main').innerHTML()).toBe(
    '<section><input lv-input="2"><p title="t">text</p><ul><li lv-click="1">item</li></ul><div>x<i>raw</i>y</div><b>kid</b></section>',
  )
})

test('text that was typed and not sent stays, unless the server has another value since', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await build()
  await page.evaluate(() => (document.querySelector('input')!.value = 'typed'))
  await takeOver(page, server, painted([]))
  expect(await page.locator('input').inputValue()).toBe('typed')
  server.socket.close(1012)
  await server.hello(3)
  server.welcome({ epoch: 3, applied: 0, resumed: false, frame: 1 })
  server.ops([...define, ...painted([], 'other', 'server')], { repaint: true })
  await shows(page, 'p', 'other')
  expect(await page.locator('input').inputValue()).toBe('server')
})

test('a template that has changed is made anew, and what stands around it stays', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await build()
  const rows: Op[] = [
    { op: 'template', number: 9, html: '<li class="other" lv-t="1"></li>' },
    { op: 'insert', list: 105, tpl: 9, base: 200, before: 0, key: 'a', strings: ['a'] },
  ]
  await takeOver(page, server, painted(rows))
  expect(await page.locator('ul').innerHTML()).toBe('<li class="other">a</li>')
  expect((await mine(page)).slice(0, 5)).toEqual([
    'section:oldabcxrawychild',
    'input:',
    'p:old',
    'ul:abc',
    'li:new',
  ])
})

test('the first paint is known by the names of its templates', { tags: ['A10'] }, async () => {
  const { page, server } = await open({
    body: '<main lv-t="0"><b lv-r="1 sqc51w " lv-t="2">first</b></main>',
  })
  await page.evaluate(() => Object.assign(document.querySelector('b')!, { mine: true }))
  await takeOver(page, server, [
    { op: 'insert', list: 0, tpl: 2, base: 30, before: 0, key: '', strings: ['second'] },
  ])
  await shows(page, 'b', 'second')
  expect(await page.evaluate(() => 'mine' in document.querySelector('b')!)).toBe(true)
})

test('nodes that a driver appended are there once, the same ones, as long as the driver says so', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await build()
  const note: Op = { op: 'drive', kind: 'addNode', target: '', name: '', value: '<u>note</u>' }
  server.ops([note, { op: 'setText', slot: 5, text: 'noted' }])
  await shows(page, 'p', 'noted')
  await page.waitForSelector('u')
  await page.evaluate(() => Object.assign(document.querySelector('u')!, { mine: 'note' }))
  await takeOver(page, server, [...painted([], 'noted'), note])
  expect((await mine(page)).filter((one) => one.startsWith('u:'))).toEqual(['u:note'])
  server.socket.close(1012)
  await server.hello(3)
  server.welcome({ epoch: 3, applied: 0, resumed: false, frame: 1 })
  server.ops([...define, ...painted([], 'gone')], { repaint: true })
  await shows(page, 'p', 'gone')
  expect(await page.locator('u').count()).toBe(0)
})

test('nodes that a driver appended keep their order when one of them was written to since', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await build()
  const drive = (kind: 'addNode' | 'setText', target: string, value: string): Op => ({
    op: 'drive',
    kind,
    target,
    name: '',
    value,
  })
  const writes = [
    drive('addNode', '', '<u id="first">1</u> and <u>2</u>'),
    drive('addNode', '', '<u>3</u>'),
    // Two with one id: the first in the page is meant, then and now.
    drive('addNode', '', '<u id="first">4</u>'),
    drive('setText', 'first', 'new'),
  ]
  const appended = () =>
    page.evaluate(() => Array.from(document.querySelectorAll('u'), (u) => u.textContent))
  server.ops([...writes, { op: 'setText', slot: 5, text: 'noted' }])
  await shows(page, 'p', 'noted')
  await expect.poll(appended).toEqual(['new', '2', '3', '4'])
  await takeOver(page, server, [...painted([], 'noted'), ...writes])
  expect(await appended()).toEqual(['new', '2', '3', '4'])
  expect(await page.locator('main').textContent()).toContain('new and 234')
})

test('after a repaint that took rows out, the texts of those that stayed still count', {
  tags: ['A6', 'A10'],
}, async () => {
  const { page, server } = await open({ body: '<main lv-t="0"></main>' })
  const kept = (base: number, text: string): Op[] => [
    item(0, base, 'kept', ''),
    { op: 'insert', list: base + 2, tpl: 2, base: base + 3, before: 0, key: '', strings: [text] },
  ]
  server.ops([...define, item(0, 20, 'gone', ''), ...kept(23, 'old')])
  await shows(page, 'b', 'old')
  const warnings: string[] = []
  page.on('console', (message) => warnings.push(message.text()))
  await takeOver(page, server, kept(1, 'new'))
  await shows(page, 'main', 'new')
  server.ops([{ op: 'setAttr', slot: 1, name: 'title', text: '' }], { hash: HASH_OF_NEW })
  await page.waitForSelector('li[title]', { state: 'attached' })
  expect(warnings).toEqual([])
})

test('rows of several nodes stand where a process before had raw markup', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await build()
  const ops = painted([]).filter(({ op }) => op !== 'setHTML')
  await takeOver(page, server, [
    { op: 'template', number: 9, html: '<!--[--><u></u><s lv-t="1"></s><!--]-->' },
    ...ops,
    { op: 'insert', list: 106, tpl: 9, base: 300, before: 0, key: '', strings: ['row'] },
  ])
  expect(await page.locator('section div').innerHTML()).toBe('x<u></u><s>row</s>y')
})
