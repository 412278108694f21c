/** Visits to pages without a browser: the same routes, schemas, redirects and links as in Chromium. */
import { expect, test } from 'vitest'
import { html, LiveComponent, page, redirect } from '../../engine/index.ts'
import { byRole, type PagesOptions, type Tab, visit } from '../../engine/testing/index.ts'
import { LOST, PAGES } from '../browser/support/shop.ts'

const options: PagesOptions = { pages: PAGES, errorPages: { 404: LOST } }
const open = (address = '/') => visit(address, options)
const heading = (tab: Tab) => [tab.url, tab.text('h1')]

test('an address opens its page, with its parameters by its schema and its title', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  const tab = await open('/?page=3&tag=a&tag=b')
  expect([...heading(tab), tab.title, tab.status]).toEqual([
    '/?page=3&tag=a&tag=b',
    'Items, page 3',
    'Page 3',
    200,
  ])
  expect(tab.state.tags).toEqual(['a', 'b'])
})

test('an address that the schema refuses is answered with its sentence', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  const tab = await open('/?page=99')
  expect([tab.status, tab.text()]).toEqual([
    400,
    'Expected parameters that match the schema of the page, received a problem: page: Expected a page from 1 to 50',
  ])
  expect(() => tab.state).toThrow('Expected a page with a session at /?page=99')
})

test('a link leads to another page in the same document, and Back to this one as it was', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  const tab = await open()
  await tab.click('#count')
  await tab.fill('#free', 'typed')
  await tab.follow(byRole('link', { name: 'item 7' }))
  expect([...heading(tab), tab.title]).toEqual(['/items/7', 'Item 7', 'Item 7'])
  await tab.click('#count')
  expect(tab.state).toEqual({ count: 1 })
  await tab.back()
  expect([...heading(tab), tab.text('#count'), tab.value('#free')]).toEqual([
    '/',
    'Items, page 1',
    '1',
    'typed',
  ])
  await tab.forward()
  expect([...heading(tab), tab.text('#count')]).toEqual(['/items/7', 'Item 7', '1'])
})

test('patches, links to the same path, Back and Forward stay on the page', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  const tab = await open()
  await tab.click('#next')
  expect(tab.messages).toContainEqual({ kind: 'patch', url: '/?page=2' })
  await tab.follow('#p3')
  expect([...heading(tab), tab.text('#heard')]).toEqual([
    '/?page=3',
    'Items, page 3',
    '/?page=2 /?page=3',
  ])
  await tab.back()
  expect(heading(tab)).toEqual(['/?page=2', 'Items, page 2'])
})

test('what the schema refuses rejects the step, and the page stays', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  const tab = await open()
  await expect(tab.follow('#bad')).rejects.toThrow('Expected a page from 1 to 50')
  expect(heading(tab)).toEqual(['/', 'Items, page 1'])
})

test('redirects, 404 and 403 are as a browser has them', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  expect(heading(await open('/moved'))).toEqual(['/items/7', 'Item 7'])
  const tab = await open()
  await tab.follow('#moved')
  expect(heading(tab)).toEqual(['/items/7', 'Item 7'])
  const lost = await open('/items/99')
  expect([lost.status, lost.text('#why')]).toEqual([404, 'There is no item 99.'])
  const secret = await open('/secret')
  expect([secret.status, secret.has('#telar-root')]).toEqual([403, false])
  const loop = await open('/loop/a')
  expect(loop.text()).toContain('Expected redirects to end at a page, received 10 in a row')
})

test('a handler that finds nothing shows the page for that', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  const tab = await open()
  await tab.click('#gone')
  expect([tab.url, tab.text('#why'), tab.status]).toEqual(['/', 'That item was sold.', 404])
})

test('a handler navigates, and what it flashed is told', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  const tab = await open()
  await tab.click('#go')
  expect(tab.url).toBe('/about')
  expect(tab.messages).toContainEqual({ kind: 'flash', flash: 'info', text: 'Saved' })
})

test('a page that can’t take this one’s place is loaded, and is live', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  const tab = await open()
  for (const link of ['#strict', '#plain']) {
    await tab.follow(link)
    expect(tab.text('h1')).toBe('About us')
    await tab.follow('#list')
    expect(tab.text('h1')).toBe('Items, page 1')
    await tab.click('#count')
  }
})

test('a visitor with unsaved work is asked, and may stay', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  const tab = await open('/edit')
  await tab.fill('#text', 'draft')
  await tab.follow('#about', { confirm: false })
  expect(heading(tab)).toEqual(['/edit', 'Edit'])
  expect(tab.messages).toEqual([{ kind: 'asked', question: 'Leave without saving?' }])
  await tab.follow('#about')
  expect(tab.url).toBe('/about')
})

test('authenticate hears the headers of the visit, and who may not see a page is sent to the log-in', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  class Who extends LiveComponent {
    getTemplate() {
      return html`<h1>${String(this.session.identity)}</h1>`
    }
  }
  const authenticate = ({ headers }: Request) => {
    if (!headers.get('cookie')) throw redirect('/login')
    return headers.get('cookie')
  }
  const pages = [page('/', Who, { authenticate }), page('/login', Who)]
  expect((await visit('/', { pages })).url).toBe('/login')
  const tab = await visit('/', { pages, headers: { cookie: 'sid=ada' } })
  expect([tab.url, tab.text()]).toEqual(['/', 'sid=ada'])
  expect((await tab.another()).text()).toBe('sid=ada')
})

test('the step says what is missing: no link, no entry, no pages', {
  tags: ['A23', 'kit-pages'],
}, async () => {
  const tab = await open()
  await expect(tab.follow('#count')).rejects.toThrow('it is not a link')
  await expect(tab.back()).rejects.toThrow(
    'Expected an entry before this one in the history of the document, received none.',
  )
  await expect(visit('/', {} as PagesOptions)).rejects.toThrow("Write visit('/', { pages }).")
})
