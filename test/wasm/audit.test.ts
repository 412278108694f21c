/** The idle audit: what a script has changed is found and told; what is others' to write is left alone. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Op } from '../../engine/protocol/ops.ts'
import { type LiveServer, shows, useClient } from './browser.ts'

const { open } = useClient()

const ROOT =
  '<section><p lv-do-click="[[&quot;setAttribute&quot;,&quot;&quot;,&quot;title&quot;,&quot;by a command&quot;]]" lv-s="1:title" lv-t="2"></p><textarea lv-t="3"></textarea><input lv-s="4:value"><div lv-ignore lv-s="5:title"><i lv-t="6"></i></div><ul lv-t="7"></ul></section>'
const ITEM = '<li lv-s="1:id" lv-t="2"></li>'
const PAIR = '<!--[--><b lv-t="1"></b><u lv-t="2"></u><!--]-->'

const item = (base: number, key: string): Op => ({
  op: 'insert',
  list: 8,
  tpl: 1,
  base,
  before: 0,
  key,
  strings: [`id-${key}`, key],
})

/** Slots of the root: 2 title, 3 text, 4 text area, 5 field, 6 and 7 ignored, 8 list of rows 20, 30 and 40. */
async function build(): Promise<{ page: Page; server: LiveServer }> {
  const { page, server } = await open({ body: '<main lv-t="0"></main>' })
  const strings = ['a title', 'a text', 'typed here', 'first', 'theirs', 'theirs', '']
  server.ops([
    { op: 'template', number: 0, html: ROOT },
    { op: 'template', number: 1, html: ITEM },
    { op: 'template', number: 2, html: PAIR },
    { op: 'insert', list: 0, tpl: 0, base: 1, before: 0, key: '', strings },
    item(20, 'a'),
    item(30, 'b'),
    { op: 'insert', list: 8, tpl: 2, base: 40, before: 0, key: 'c', strings: ['x', 'y'] },
  ])
  await shows(page, 'u', 'y')
  return { page, server }
}

let questions = 0

async function ask(server: LiveServer): Promise<unknown> {
  const id = ++questions
  server.ops([{ op: 'read', kind: 'audit', id, target: '', name: '' }])
  const reply = await server.condition(() =>
    server.sent.find((up) => up.type === 'reply' && up.id === id),
  )
  return reply.type === 'reply' ? reply.data.value : undefined
}

test('a page that nobody else has written to is as it was told', { tags: ['A10'] }, async () => {
  const { server } = await build()
  expect(await ask(server)).toEqual([])
})

test('a text and an attribute that a script has changed are named, said on the console, and right once they are told again', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await build()
  const warnings: string[] = []
  page.on('console', (message) => warnings.push(message.text()))
  await page.evaluate(() => {
    document.querySelector('p')!.firstChild!.nodeValue = 'another text'
    document.querySelector('p')!.title = 'another title'
  })
  expect(await ask(server)).toEqual([
    [0, 2],
    [0, 3],
  ])
  await expect
    .poll(() => warnings)
    .toEqual(['telar page-changed: A script or an extension has changed 0.2, 0.3 in this page.'])
  server.ops([
    { op: 'setAttr', slot: 2, name: 'title', text: 'a title' },
    { op: 'setText', slot: 3, text: 'a text' },
  ])
  await shows(page, 'p', 'a text')
  expect(await ask(server)).toEqual([])
})

test('a row whose node is gone is named by its base, and comes in anew between its neighbours', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await build()
  await page.evaluate(() => {
    document.querySelector('#id-a')!.textContent = ''
    document.querySelector('#id-b')!.remove()
  })
  expect(await ask(server)).toEqual([
    [0, 20],
    [0, 30],
  ])
  const anew = (base: number, before: number, key: string): Op[] => [
    { op: 'remove', base },
    { ...item(base, key), before } as Op,
  ]
  server.ops([
    ...anew(20, 30, 'a').slice(0, 1),
    ...anew(30, 40, 'b'),
    ...anew(20, 30, 'a').slice(1),
  ])
  await shows(page, 'ul', 'abxy')
  expect(await ask(server)).toEqual([])
})

test('a row of several nodes that has lost its end is taken out alone', {
  tags: ['A10'],
}, async () => {
  const { page, server } = await build()
  server.ops([item(50, 'd')])
  await shows(page, 'ul', 'abxyd')
  await page.evaluate(() => {
    const end = document.querySelector('u')!.nextSibling!
    end.remove()
    document.querySelector('u')!.firstChild!.remove()
  })
  expect(await ask(server)).toEqual([[0, 40]])
  server.ops([
    { op: 'remove', base: 40 },
    { op: 'insert', list: 8, tpl: 2, base: 40, before: 50, key: 'c', strings: ['x', 'y'] },
  ])
  await shows(page, 'ul', 'abxyd')
})

test('typed text, ignored content, commands and drivers are no damage', {
  tags: ['A22', 'A10'],
}, async () => {
  const { page, server } = await build()
  await page.fill('textarea', 'the visitor')
  await page.fill('input', 'the visitor')
  server.ops([
    { op: 'drive', kind: 'setAttribute', target: 'id-a', name: 'id', value: 'driven' },
    { op: 'setText', slot: 3, text: 'driven' },
  ])
  await shows(page, 'p', 'driven')
  await page.waitForSelector('#driven')
  await page.evaluate(() => {
    document.querySelector('i')!.textContent = 'a chart'
    document.querySelector('div')!.title = 'mine'
  })
  await page.click('p')
  await page.waitForSelector('p[title="by a command"]')
  expect(await ask(server)).toEqual([])
})
