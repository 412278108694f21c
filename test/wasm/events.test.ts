/** What visitors do becomes events: in Chromium, against a server that writes down the bytes. */

import { expect, test } from 'vitest'
import { hold } from '../support/hold.ts'
import { shows, useClient } from './browser.ts'

const { open, page: currentPage, server: currentServer } = useClient()
const root = (markup: string) => `<main lv-t="0"><div lv-r="1 x ">${markup}</div></main>`

test('a click is six bytes, and its answer changes one text', {
  tags: ['A7', 'click'],
}, async () => {
  const { page, server } = await open({
    body: root('<button lv-click="2">+</button><p lv-t="3">0</p>'),
  })
  await page.click('button')
  await server.event()
  expect(server.raw.at(-1)).toBe('01' + '00' + '02' + '01' + '01' + '01') // event, component, slot, click, seq, frame
  server.frame('13 00 01 03 01 06 02 3130')
  await shows(page, 'p', '10')
})

test('an event in a child component names that component', { tags: ['A7'] }, async () => {
  const { page, server } = await open({
    body: root('<!--4 2.0--><button lv-r="2.1 y " lv-click="2.2">+</button><!--/4 2.0-->'),
  })
  await page.click('button')
  expect((await server.event())[0]).toMatchObject({ component: 2, slot: 2, event: 'click' })
})

test('a handler in a row that a frame brought counts from its base', { tags: ['A7'] }, async () => {
  const { page, server } = await open({ body: root('<ul lv-t="2"></ul>') })
  server.ops([
    { op: 'template', number: 5, html: '<li><b lv-click="1" lv-t="2"></b></li>' },
    { op: 'insert', list: 2, tpl: 5, base: 40, before: 0, key: 'a', strings: ['a'] },
    { op: 'insert', list: 2, tpl: 5, base: 43, before: 0, key: 'b', strings: ['b'] },
  ])
  await page.click('text=b')
  expect((await server.event())[0]).toMatchObject({ slot: 44, frame: 2 })
})

test('input carries its value, an empty one too, and a checkbox what it is', {
  tags: ['A7', 'damaged-values'],
}, async () => {
  const { page, server } = await open({
    body: root('<input id="a" lv-input="2"><input id="b" type="checkbox" checked lv-change="3">'),
  })
  await page.fill('#a', 'x')
  await page.fill('#a', '')
  await page.uncheck('#b')
  const [typed, emptied, ticked] = await server.event(3)
  expect(typed!.data).toEqual({ value: 'x' })
  expect(emptied!.data).toEqual({ value: '' })
  expect(ticked!.data).toEqual({ value: 'on', checked: false })
})

test('a submit stays in the page and carries names and values', {
  tags: ['A7', 'submit'],
}, async () => {
  const { page, server } = await open({
    body: root(
      '<form lv-submit="2"><input name="title" value="a"><input name="tag" value="1"><input name="tag" value="2"><input name="__proto__" value="p"><button name="do" value="save">Save</button></form>',
    ),
  })
  const address = page.url()
  await page.click('button')
  const [event] = await server.event()
  expect(JSON.parse(JSON.stringify(event!.data.form))).toEqual(
    JSON.parse('{"title":"a","tag":["1","2"],"__proto__":"p","do":"save"}'),
  )
  expect(page.url()).toBe(address)
})

test('lv-key lets only its keys through, and says which was pressed', {
  tags: ['A7', 'key-filters'],
}, async () => {
  const { page, server } = await open({
    body: root('<input lv-keydown="2" lv-key="Enter Escape">'),
  })
  await page.focus('input')
  await page.keyboard.press('a')
  await page.keyboard.press('Shift+Enter')
  const [event] = await server.event()
  expect(event!.data).toEqual({ value: 'a', key: 'Enter', code: 'Enter', shift: true })
  expect(server.events).toHaveLength(1)
})

test('lv-debounce sends the last value only, and before whatever comes after it', {
  tags: ['A7', 'debounce', 'events-out-of-order'],
}, async () => {
  const { page, server } = await open({
    body: root('<input lv-input="2" lv-debounce="60000"><button lv-click="3">Save</button>'),
  })
  await page.locator('input').pressSequentially('abc')
  await page.locator('button').dispatchEvent('click')
  const events = await server.event(2)
  expect(events.map(({ event, data }) => [event, data.value])).toEqual([
    ['input', 'abc'],
    ['click', undefined],
  ])
})

test('lv-debounce sends by itself once it is quiet', { tags: ['A7', 'debounce'] }, async () => {
  const { page, server } = await open({ body: root('<input lv-input="2" lv-debounce="20">') })
  await page.fill('input', 'abc')
  expect((await server.event())[0]!.data.value).toBe('abc')
})

test('lv-throttle sends the first at once and the last at the end', {
  tags: ['A7', 'throttle'],
}, async () => {
  const { page, server } = await open({ body: root('<input lv-input="2" lv-throttle="300">') })
  await page.evaluate(() => {
    const field = document.querySelector('input')!
    for (const value of ['a', 'ab', 'abc']) {
      field.value = value
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    }
  })
  const events = await server.event(2)
  expect(events.map(({ data }) => data.value)).toEqual(['a', 'abc'])
})

test('a handler outside of another hears it after that one, unless lv-stop ends its way', {
  tags: ['A7', 'event-modifiers'],
}, async () => {
  const { page, server } = await open({
    body: root(
      '<div lv-click="2"><button id="a" lv-click="3">a</button><button id="b" lv-click="4" lv-stop>b</button></div>',
    ),
  })
  await page.click('#a')
  await page.click('#b')
  const events = await server.event(3)
  expect(events.map(({ slot }) => slot)).toEqual([3, 2, 4])
})

test('lv-outside hears clicks anywhere else, and lv-once the first one only', {
  tags: ['A7', 'event-modifiers'],
}, async () => {
  const { page, server } = await open({
    body: root('<div id="in" lv-click="2" lv-outside>in</div><p lv-click="3" lv-once>out</p>'),
  })
  await page.click('#in')
  await page.click('p')
  await page.click('p')
  const events = await server.event(3)
  expect(events.map(({ slot }) => slot)).toEqual([2, 3, 2])
})

test('a link with a handler does not leave the page, and a link opened elsewhere is not heard', {
  tags: ['A7'],
}, async () => {
  const { page, server } = await open({
    body: root('<a href="/else" lv-click="2">go</a><button lv-click="3">b</button>'),
  })
  const address = page.url()
  await page.click('a', { modifiers: ['ControlOrMeta'] })
  await page.click('a')
  await page.click('button')
  const events = await server.event(2)
  expect(events.map(({ slot }) => slot)).toEqual([2, 3])
  expect(page.url()).toBe(address)
})

test('focus, which does not bubble, is heard where it happens', {
  tags: ['A7', 'focus'],
}, async () => {
  const { page, server } = await open({
    body: root('<div lv-focus="2"><input lv-focus="3"></div>'),
  })
  await page.focus('input')
  await page.evaluate(() => document.querySelector('main')!.focus())
  expect((await server.event())[0]).toMatchObject({ event: 'focus', slot: 3 })
  expect(server.events).toHaveLength(1)
})

test('an event of the page own carries its detail and its name', {
  tags: ['A7', 'custom-events'],
}, async () => {
  const { page, server } = await open({ body: root('<div id="chart" lv-chart-pick="2"></div>') })
  await page.evaluate(() =>
    document
      .querySelector('#chart')!
      .dispatchEvent(new CustomEvent('chart-pick', { detail: { bar: 0 }, bubbles: true })),
  )
  expect((await server.event())[0]).toMatchObject({
    event: 'chart-pick',
    data: { detail: { bar: 0 }, type: 'chart-pick' },
  })
})

test('what is dragged can be dropped, and both ends are told with their data', {
  tags: ['A7', 'drag-by-pointer'],
}, async () => {
  const { page, server } = await open({
    body: root(
      '<i draggable="true" data-card="7" lv-dragstart="2">card</i><div id="to" data-column="done" lv-drop="3" style="height:50px">column</div>',
    ),
  })
  await page.dragAndDrop('i', '#to')
  const [start, drop] = await server.event(2)
  expect(start).toMatchObject({ event: 'dragstart', data: { dataset: { card: '7' } } })
  expect(drop).toMatchObject({ event: 'drop', data: { dataset: { column: 'done' } } })
})

test('a pointer says where it is in the element of its handler', {
  tags: ['A7', 'pointer-and-touch'],
}, async () => {
  const { page, server } = await open({
    body: root('<div id="pad" style="width:100px;height:100px" lv-click="2"></div>'),
  })
  await page.click('#pad', { position: { x: 30, y: 40 } })
  expect((await server.event())[0]!.data).toEqual({ x: 30, y: 40 })
})

test('what waits for its pace to be fetched is neither lost nor overtaken', {
  tags: ['A7', 'A9', 'held-back-order'],
}, async () => {
  const [tab, desk] = [currentPage(), currentServer()]
  const release = await hold(tab, '**/client-extras.js')
  await open({
    body: root('<input lv-input="2" lv-debounce="60000"><button lv-click="3">Save</button>'),
  })
  await tab.locator('input').pressSequentially('ab')
  await tab.locator('button').dispatchEvent('click')
  expect(desk.events).toEqual([])
  release()
  expect((await desk.event(2)).map(({ event, data }) => [event, data.value])).toEqual([
    ['input', 'ab'],
    ['click', undefined],
  ])
})

test('what waits for its pace is sent as it came when its field is left before that is fetched', {
  tags: ['A7', 'A9', 'held-back-order'],
}, async () => {
  const [tab, desk] = [currentPage(), currentServer()]
  await tab.route('**/client-extras.js', () => {})
  await open({ body: root('<input lv-input="2" lv-debounce="60000">') })
  await tab.locator('input').pressSequentially('ab')
  await tab.locator('input').blur()
  expect((await desk.event(2)).map(({ data }) => data.value)).toEqual(['a', 'ab'])
})

test('a real finger is heard as touch and as pointer, with where it is', {
  tags: ['A7', 'pointer-and-touch'],
}, async () => {
  const { page, server } = await open({
    body: root(
      '<div id="pad" style="width:100px;height:100px" lv-touchstart="2" lv-touchmove="3" lv-touchend="4" lv-pointerdown="5" lv-pointerup="6"></div>',
    ),
  })
  await page.evaluate(() => {
    const kinds: string[] = []
    Object.assign(window, { kinds })
    addEventListener('pointerdown', ({ pointerType }) => kinds.push(pointerType), true)
  })
  const { x, y } = (await page.locator('#pad').boundingBox())!
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  const touch = (type: 'touchStart' | 'touchEnd', ...at: [number, number][]) =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.map(([right, down]) => ({ x: x + right, y: y + down })),
    })
  await touch('touchStart', [30, 40])
  await touch('touchEnd')
  const events = await server.event(4)
  expect(events.map(({ event, data }) => [event, data.x, data.y])).toEqual([
    ['pointerdown', 30, 40],
    ['touchstart', 30, 40],
    ['pointerup', 30, 40],
    ['touchend', 30, 40],
  ])
  expect(await page.evaluate('kinds')).toEqual(['touch'])
})
