/** Moving rows keeps what the visitor has in them. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shows, useClient } from './browser.ts'

const { open, page: currentPage } = useClient()
const row = (base: number, key: string) =>
  `<li lv-r="${base} r ${key}"><input value="${key}-value"><div class="box" style="height:20px;overflow:auto"><p style="height:200px">${key}</p></div></li>`
const LIST = `<main lv-t="0"><div lv-r="1 x "><ul lv-t="2">${row(10, 'a')}${row(11, 'b')}${row(12, 'c')}</ul><b lv-t="3"></b></div></main>`

const visit = (page: Page) =>
  page.evaluate(() => {
    const field = document.querySelectorAll('input')[1]!
    field.focus()
    field.setSelectionRange(1, 3)
    document.querySelectorAll('.box')[1]!.scrollTop = 40
    Object.assign(field, { mine: true })
  })

const standing = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement & { mine?: boolean }
    return {
      order: [...document.querySelectorAll('li p')].map((one) => one.textContent).join(''),
      field: field.value,
      same: field.mine,
      selection: [field.selectionStart, field.selectionEnd],
      scroll: field.closest('li')!.querySelector('.box')!.scrollTop,
    }
  })

const KEPT = { field: 'b-value', same: true, selection: [1, 3], scroll: 40 }

test('a row that moves keeps focus, selection and scroll', {
  tags: ['A10', 'wiped-children'],
}, async () => {
  const { page, server } = await open({ body: LIST })
  await visit(page)
  server.ops([
    { op: 'move', base: 11, before: 0 },
    { op: 'setText', slot: 3, text: 'moved' },
  ])
  await shows(page, 'b', 'moved')
  expect(await standing(page)).toEqual({ order: 'acb', ...KEPT })
})

test('a row keeps them in a browser that cannot move nodes without taking them out', {
  tags: ['A10'],
}, async () => {
  await currentPage().addInitScript(() => {
    Reflect.deleteProperty(Element.prototype, 'moveBefore')
    Reflect.deleteProperty(DocumentFragment.prototype, 'moveBefore')
    Reflect.deleteProperty(Document.prototype, 'moveBefore')
  })
  const { page, server } = await open({ body: LIST })
  await visit(page)
  server.ops([
    { op: 'move', base: 11, before: 10 },
    { op: 'setText', slot: 3, text: 'moved' },
  ])
  await shows(page, 'b', 'moved')
  expect(await standing(page)).toEqual({ order: 'bac', ...KEPT })
})

test('rows of several nodes, with child slots at their edges, are moved and removed whole', {
  tags: ['A8'],
}, async () => {
  const { page, server } = await open({
    body: '<main lv-t="0"><p lv-r="1 x " lv-t="2"></p></main>',
  })
  const html = '<!--[--><!--1--><!--/1-->-<!--2--><!--/2--><!--]-->'
  const inner = '<i lv-t="1"></i>'
  server.ops([
    { op: 'template', number: 0, html },
    { op: 'template', number: 1, html: inner },
    { op: 'insert', list: 2, tpl: 0, base: 10, before: 0, key: 'a', strings: ['a', ''] },
    { op: 'insert', list: 2, tpl: 0, base: 20, before: 0, key: 'b', strings: ['', 'b'] },
    { op: 'insert', list: 21, tpl: 1, base: 30, before: 0, key: '', strings: ['B'] },
    { op: 'insert', list: 12, tpl: 1, base: 40, before: 0, key: '', strings: ['A'] },
    { op: 'move', base: 20, before: 10 },
  ])
  await shows(page, 'p', 'B-ba-A')
  expect(await page.locator('p').innerHTML()).toBe('<i>B</i>-ba-<i>A</i>')
  server.ops([{ op: 'remove', base: 20 }])
  await shows(page, 'p', 'a-A')
})

test('shapes of an svg template are shapes, and rows of a table are rows', {
  tags: ['A8'],
}, async () => {
  const { page, server } = await open({
    body: '<main lv-t="0"><div lv-r="1 x "><svg lv-t="2"></svg><table><tbody lv-t="3"></tbody></table></div></main>',
  })
  server.ops([
    { op: 'template', number: 0, html: '<svg lv-svg><circle lv-s="1:r"></circle></svg>' },
    { op: 'template', number: 1, html: '<tr><td lv-t="1"></td></tr>' },
    { op: 'insert', list: 2, tpl: 0, base: 10, before: 0, key: 'a', strings: ['5'] },
    { op: 'insert', list: 3, tpl: 1, base: 20, before: 0, key: 'a', strings: ['cell'] },
    { op: 'setHTML', slot: 2, html: '<rect width="3"></rect>' },
  ])
  await shows(page, 'td', 'cell')
  const found = await page.evaluate(() => [
    document.querySelector('rect') instanceof SVGRectElement,
    document.querySelector('circle'),
    document.querySelector('td') instanceof HTMLTableCellElement,
  ])
  expect(found).toEqual([true, null, true])
})

test('scripts in markup that a frame brings do not run', {
  tags: ['A17', 'unescaped-text'],
}, async () => {
  const { page, server } = await open({
    body: '<main lv-t="0"><p lv-r="1 x " lv-t="2"></p></main>',
  })
  server.ops([{ op: 'setHTML', slot: 2, html: 'x<script>window.ran = true</script>' }])
  await shows(page, 'p', 'xwindow.ran = true')
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
})

test('text of the first paint that the parser cut into pieces is one text', {
  tags: ['A8'],
}, async () => {
  const long = 'x'.repeat(200_000)
  const { page, server } = await open({
    body: `<main lv-t="0"><p lv-r="1 x ">a<!--2-->${long}<!--/2-->b</p></main>`,
  })
  server.ops([{ op: 'setText', slot: 2, text: 'short' }])
  await shows(page, 'p', 'ashortb')
})
