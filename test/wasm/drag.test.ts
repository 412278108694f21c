/** A drag is the same to the server by mouse, by finger and by keys: in Chromium, with its own mouse, touches and keys. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shows, useClient } from './browser.ts'

const client = useClient()

const all = (first: number) =>
  ['dragstart', 'dragenter', 'dragover', 'dragleave', 'drop', 'dragend']
    .map((type, at) => `lv-${type}="${first + at}"`)
    .join(' ')

const BOARD = `<main lv-t="0"><div lv-r="1 x " style="font:20px sans-serif">
  <div id="todo" aria-label="To do" data-column="todo" style="height:90px;background:#ddd" ${all(10)}>
    <b id="card" draggable="true" data-card="7" style="display:inline-block;padding:8px;background:#fff" ${all(20)}>Write</b></div>
  <div id="doing" data-column="doing" style="height:90px;background:#eee" ${all(30)}><h2 style="margin:0">Doing</h2></div>
  <div id="done" data-column="done" style="height:90px;background:#ddd" ${all(40)}>done</div>
  <p lv-t="60">-</p><div style="height:3000px"></div></div></main>`

/** Events and what their element carries, without repetitions of what comes again and again while it moves. */
async function told() {
  const lines = client.server().events.map(({ event, data }) => {
    const { card, column } = data.dataset ?? {}
    return `${event} ${card ?? column}`
  })
  return lines.filter((line, at) => line !== lines[at - 1])
}

const MOVED = [
  'dragstart 7',
  'dragstart todo',
  'dragenter 7',
  'dragenter todo',
  'dragover 7',
  'dragover todo',
  'dragenter done',
  'dragleave 7',
  'dragleave todo',
  'dragover done',
  'drop done',
  'dragend 7',
  'dragend todo',
]

async function open(body = BOARD, lang = 'en') {
  const opened = await client.open({ body, lang })
  await opened.page.evaluate(`import('/client-drag.js').then(() => {})`)
  return opened
}

const until = (line: string) =>
  client.server().condition(() => {
    const last = client.server().events.at(-1)
    return last && `${last.event} ${last.data.dataset?.column ?? ''}` === line
  })

/** While over one thing, dragover comes again and again, at its own element and around it. */
const settled = (lines: string[]) =>
  lines.filter((line, at) => !line.startsWith('dragover') || lines.indexOf(line) === at)

test('a drag by mouse tells both ends with their data, in the order of HTML', {
  tags: ['A7', 'drag-by-pointer'],
}, async () => {
  const { page } = await open()
  const [card, done] = [await middle(page, '#card'), await middle(page, '#done')]
  await page.mouse.move(card.x, card.y)
  await page.mouse.down()
  for (const by of [4, 8]) await page.mouse.move(card.x + by, card.y)
  for (const by of [0, 4]) await page.mouse.move(done.x + by, done.y)
  await page.waitForSelector('#card[lv-dragged]')
  expect(await page.getAttribute('#done', 'lv-over')).toBe('')
  await page.mouse.up()
  await until('dragend todo')
  expect(settled(await told())).toEqual(MOVED)
  expect(await page.locator('[lv-dragged], [lv-over]').count()).toBe(0)
})

test('a drag by touch: held for a moment, then the same as by mouse', {
  tags: ['A7', 'drag-by-touch'],
}, async () => {
  const { page } = await open()
  const finger = await touches(page)
  await finger('touchStart', await middle(page, '#card'))
  await page.waitForSelector('#card[lv-dragged]')
  await finger('touchMove', await middle(page, '#done'))
  await page.waitForSelector('#done[lv-over]')
  const [seen, done] = [await middle(page, 'body > [aria-hidden]'), await middle(page, '#done')]
  expect(Math.hypot(seen.x - done.x, seen.y - done.y)).toBeLessThan(2)
  await finger('touchEnd')
  await until('dragend todo')
  expect(settled(await told())).toEqual(MOVED)
  expect(await page.locator('[lv-dragged], [lv-over], [aria-hidden]').count()).toBe(0)
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('a drag by touch that the system takes away is put back', {
  tags: ['A7', 'drag-by-touch'],
}, async () => {
  const { page } = await open()
  const finger = await touches(page)
  await finger('touchStart', await middle(page, '#card'))
  await page.waitForSelector('#card[lv-dragged]')
  await finger('touchMove', await middle(page, '#done'))
  await page.waitForSelector('#done[lv-over]')
  await finger('touchCancel')
  await until('dragend todo')
  expect((await told()).slice(-3)).toEqual(['dragleave done', 'dragend 7', 'dragend todo'])
})

test('what a finger drags to the edge of the window scrolls the page along', {
  tags: ['A7'],
}, async () => {
  const { page } = await open()
  const finger = await touches(page)
  await finger('touchStart', await middle(page, '#card'))
  await page.waitForSelector('#card[lv-dragged]')
  const { height } = page.viewportSize()!
  await finger('touchMove', { x: 200, y: height - 10 })
  await page.waitForFunction(() => scrollY > 200)
  await finger('touchEnd')
  await until('dragend todo')
  expect((await told()).at(-3)).not.toMatch(/^drop/)
})

test('a finger that moves at once scrolls the page, also from what is draggable', {
  tags: ['A7', 'drag-by-touch'],
}, async () => {
  const { page, server } = await open()
  const finger = await touches(page)
  const { x, y } = await middle(page, '#card')
  // All at once: a finger that waits in between, as on a busy machine, holds what it touches.
  await Promise.all([
    finger('touchStart', { x, y }),
    ...[5, 10, 15, 20, 25, 30, 35, 40].map((by) => finger('touchMove', { x, y: y - by })),
    finger('touchEnd'),
  ])
  await page.waitForFunction(() => scrollY > 10)
  await page.waitForTimeout(400)
  expect(server.events).toEqual([])
})

test('a drag by keys tells both ends with their data, and is announced', {
  tags: ['A7', 'drag-by-keys'],
}, async () => {
  const { page } = await open()
  await page.keyboard.press('Tab')
  await said(page, 'Can be moved. Space picks it up.')
  await page.keyboard.press('Space')
  await said(
    page,
    'Write: picked up. Arrow keys choose a place, Space drops it there, Escape puts it back.',
  )
  await page.keyboard.press('ArrowDown')
  await said(page, 'Doing, 2 of 3.')
  await page.keyboard.press('ArrowDown')
  await said(page, 'place 3, 3 of 3.')
  expect(await page.getAttribute('#done', 'lv-over')).toBe('')
  await page.keyboard.press('Enter')
  await said(page, 'Write: dropped on place 3.')
  await until('dragend todo')
  expect(await told()).toEqual([
    'dragstart 7',
    'dragstart todo',
    'dragenter todo',
    'dragover todo',
    'dragenter doing',
    'dragleave todo',
    'dragover doing',
    'dragenter done',
    'dragleave doing',
    'dragover done',
    'drop done',
    'dragend 7',
    'dragend todo',
  ])
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('card')
})

test('a drag by keys is put back by Escape and by leaving, and speaks the page’s language', {
  tags: ['A7', 'drag-by-keys'],
}, async () => {
  const { page } = await open(BOARD, 'es')
  await page.focus('#card')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await said(page, 'Doing, 2 de 3.')
  await page.keyboard.press('Escape')
  await said(page, 'Write: devuelto.')
  await until('dragend todo')
  await page.keyboard.press('Enter')
  await page.mouse.click(5, 600)
  await said(page, 'Write: devuelto.')
  expect((await told()).filter((line) => line.startsWith('drop'))).toEqual([])
  expect(await page.locator('[lv-dragged], [lv-over]').count()).toBe(0)
})

test('the focus goes along with what was dropped, when the server makes it anew elsewhere', {
  tags: ['A7', 'drag-by-keys'],
}, async () => {
  const card = '<i draggable="true" data-card="7"'
  const { page, server } = await open(
    `<main lv-t="0"><div lv-r="1 x "><ul id="a" lv-drop="2" lv-t="3">${card} lv-r="10 c 7" lv-dragend="11">Card</i></ul><ul id="b" lv-drop="4" lv-t="5">b</ul><p lv-t="6"></p></div></main>`,
  )
  await page.focus('i')
  for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
  await server.event(2)
  server.ops([
    { op: 'template', number: 0, html: `${card} lv-dragend="1">Card</i>` },
    { op: 'remove', base: 10 },
    { op: 'setText', slot: 5, text: '' },
    { op: 'insert', list: 5, tpl: 0, base: 20, before: 0, key: '7', strings: [] },
    { op: 'setText', slot: 6, text: 'moved' },
  ])
  await shows(page, 'p', 'moved')
  await page.waitForFunction(() => document.activeElement?.matches('#b i'))
})

const said = (page: Page, text: string) => shows(page, '.telar-said', text)

async function middle(page: Page, selector: string) {
  const { x, y, width, height } = (await page.locator(selector).boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}

/** A finger of the browser’s own. */
async function touches(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  return async (
    type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
    at?: { x: number; y: number },
  ) => {
    await devtools.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  }
}
