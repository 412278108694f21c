/** The table of nodes that a tab keeps: what a number names, component by component, and after it was given out again. */
import { expect, test } from 'vitest'
import { shows, useClient } from './browser.ts'

const { open } = useClient()

test('node table: a number that is given out again names the new node, and the old one no more', {
  tags: ['A9', 'node-table'],
}, async () => {
  const { page, server } = await open({
    body: '<main lv-t="0"><ul lv-r="1 x " lv-t="2"></ul></main>',
  })
  server.ops([
    { op: 'template', number: 5, html: '<li lv-s="1:title" lv-t="2"></li>' },
    { op: 'insert', list: 2, tpl: 5, base: 10, before: 0, key: 'a', strings: ['ta', 'a'] },
    { op: 'insert', list: 2, tpl: 5, base: 13, before: 0, key: 'b', strings: ['tb', 'b'] },
  ])
  await shows(page, 'ul', 'ab')
  await page.evaluate(() => Object.assign(window, { old: document.querySelector('li') }))
  server.ops([
    { op: 'remove', base: 10 },
    { op: 'insert', list: 2, tpl: 5, base: 10, before: 0, key: 'c', strings: ['tc', 'c'] },
    { op: 'setText', slot: 12, text: 'C' },
    { op: 'setAttr', slot: 11, name: 'title', text: 'TC' },
    { op: 'setText', slot: 15, text: 'B' },
  ])
  await shows(page, 'ul', 'BC')
  const found = await page.evaluate(() => {
    const { old } = window as unknown as { old: HTMLElement }
    return [
      [old.isConnected, old.textContent, old.title],
      [...document.querySelectorAll('li')].map(({ textContent, title }) => [textContent, title]),
    ]
  })
  expect(found).toEqual([
    [false, 'a', 'ta'],
    [
      ['B', 'tb'],
      ['C', 'TC'],
    ],
  ])
})

test('node table: each component has numbers of its own, and takes them along when it ends', {
  tags: ['A9', 'node-table'],
}, async () => {
  const { page, server } = await open({
    body: '<main lv-t="0"><div lv-r="1 x "><b lv-t="2">1</b><!--3 2.0--><p lv-r="2.1 y " lv-t="2.2">2</p><!--/3 2.0--></div></main>',
  })
  server.ops([
    { op: 'setText', slot: 2, text: 'root' },
    { op: 'component', id: 2 },
    { op: 'setText', slot: 2, text: 'child' },
  ])
  await shows(page, 'p', 'child')
  expect(await page.locator('b').textContent()).toBe('root')
  server.ops([
    { op: 'unmount', id: 2 },
    { op: 'setHTML', slot: 3, html: '<p>gone</p>' },
    { op: 'setText', slot: 2, text: 'alone' },
  ])
  await shows(page, 'b', 'alone')
  expect(await page.locator('p').textContent()).toBe('gone')
})
