/** Nobody writes over what the visitor is typing. */
import { expect, test } from 'vitest'
import { shows, useClient } from './browser.ts'

const { open } = useClient()
const FIELD =
  '<main lv-t="0"><div lv-r="1 x "><input value="" lv-s="2" lv-input="3"><p lv-t="4"></p></div></main>'
const value = (page: import('playwright-core').Page) => page.locator('input').inputValue()

test('an older answer does not write over newer typing, and the last answer stands', {
  tags: ['A22'],
}, async () => {
  const { page, server } = await open({ body: FIELD })
  await page.locator('input').pressSequentially('ab')
  await server.event(2)
  server.ops(
    [
      { op: 'setProp', slot: 2, name: 'value', value: 'A' },
      { op: 'setText', slot: 4, text: 'one' },
    ],
    { acknowledges: 1 },
  )
  await shows(page, 'p', 'one')
  expect(await value(page)).toBe('ab')
  server.ops(
    [
      { op: 'setProp', slot: 2, name: 'value', value: 'AB' },
      { op: 'setText', slot: 4, text: 'two' },
    ],
    { acknowledges: 1 },
  )
  await shows(page, 'p', 'two')
  expect(await value(page)).toBe('AB')
})

test('an older answer is not written later: a newer event that is answered without a value has been taken as it is', {
  tags: ['A22', 'pending-operations'],
}, async () => {
  const { page, server } = await open({ body: FIELD })
  await page.locator('input').pressSequentially('ab')
  await server.event(2)
  server.ops([{ op: 'setProp', slot: 2, name: 'value', value: 'A' }], { acknowledges: 1 })
  server.ops([{ op: 'setText', slot: 4, text: 'two' }], { acknowledges: 1 })
  await shows(page, 'p', 'two')
  expect(await value(page)).toBe('ab')
})

test('the caret stays where it is when the server sets a value', { tags: ['A22'] }, async () => {
  const { page, server } = await open({ body: FIELD })
  await page.fill('input', 'abcd')
  await server.event()
  await page.evaluate(() => document.querySelector('input')!.setSelectionRange(1, 2))
  server.ops(
    [
      { op: 'setProp', slot: 2, name: 'value', value: 'ABCD' },
      { op: 'setText', slot: 4, text: 'done' },
    ],
    { acknowledges: 1 },
  )
  await shows(page, 'p', 'done')
  const caret = await page.evaluate(() => {
    const { selectionStart, selectionEnd } = document.querySelector('input')!
    return [selectionStart, selectionEnd]
  })
  expect(await value(page)).toBe('ABCD')
  expect(caret).toEqual([1, 2])
})

test('text being composed is left alone, is one input, and takes the answer afterwards', {
  tags: ['A22'],
}, async () => {
  const { page, server } = await open({ body: FIELD })
  await page.focus('input')
  const keyboard = await page.context().newCDPSession(page)
  await keyboard.send('Input.imeSetComposition', {
    text: 'にほ',
    selectionStart: 2,
    selectionEnd: 2,
  })
  server.ops([
    { op: 'setProp', slot: 2, name: 'value', value: 'server' },
    { op: 'setText', slot: 4, text: 'pushed' },
  ])
  await shows(page, 'p', 'pushed')
  expect(await value(page)).toBe('にほ')
  expect(server.events).toHaveLength(0)
  await keyboard.send('Input.insertText', { text: '日本' })
  const events = await server.event()
  expect(events.at(-1)!.data.value).toBe('日本')
  server.ops(
    [
      { op: 'setProp', slot: 2, name: 'value', value: '日本!' },
      { op: 'setText', slot: 4, text: 'done' },
    ],
    { acknowledges: events.length },
  )
  await shows(page, 'p', 'done')
  expect(await value(page)).toBe('日本!')
})

test('a select takes a value whose option comes in the same frame', { tags: ['A22'] }, async () => {
  const { page, server } = await open({
    body: '<main lv-t="0"><select lv-r="1 x " lv-s="2" lv-t="3"><option lv-r="10 o a">a</option></select></main>',
  })
  server.ops([
    { op: 'template', number: 0, html: '<option lv-t="1"></option>' },
    { op: 'setProp', slot: 2, name: 'value', value: 'b' },
    { op: 'insert', list: 3, tpl: 0, base: 20, before: 0, key: 'b', strings: ['b'] },
  ])
  await shows(page, 'select', 'ab')
  expect(await page.locator('select').inputValue()).toBe('b')
})

test('a text area that nobody hears keeps what somebody has typed, whatever the server sets', {
  tags: ['A22'],
}, async () => {
  const { page, server } = await open({
    body: '<main lv-t="0"><div lv-r="1 x "><textarea lv-t="2">old</textarea><p lv-t="3"></p></div></main>',
  })
  await page.fill('textarea', 'typed')
  server.ops([
    { op: 'setText', slot: 2, text: 'new' },
    { op: 'setText', slot: 3, text: 'done' },
  ])
  await shows(page, 'p', 'done')
  expect(await page.locator('textarea').inputValue()).toBe('typed')
})

test('options that come as markup leave what a <select> has chosen', {
  tags: ['A8', 'A22'],
}, async () => {
  const { page, server } = await open({
    body: '<main lv-t="0"><div lv-r="1 x "><select lv-s="2"><option>1</option><option>2</option><!--3--><!--/3--></select><p lv-t="4"></p></div></main>',
  })
  await page.locator('select').selectOption('2')
  server.ops([
    { op: 'setHTML', slot: 3, html: '<option>8</option><option>9</option>' },
    { op: 'setText', slot: 4, text: 'done' },
  ])
  await shows(page, 'p', 'done')
  expect(await page.locator('option').allTextContents()).toEqual(['1', '2', '8', '9'])
  expect(await page.locator('select').inputValue()).toBe('2')
})
