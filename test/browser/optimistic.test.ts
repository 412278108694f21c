/** What a page does at once and takes back when the server does not do it. Each title is what a visitor would say. */
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import {
  addClass,
  classes,
  html,
  LiveComponent,
  removeAttribute,
  setAttribute,
  show,
  toggle,
  toggleClass,
  validated,
} from '../../engine/index.ts'
import { closedGate, cuttableNetwork, type Gate } from './support/gate.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { open } = useBrowser()
let gate: Gate
/** What each press of the next handlers comes to. */
let fails: boolean[] = []
afterEach(() => gate.open())

class Post extends LiveComponent {
  liked = false
  note = 'none'
  isThere = true
  done = 0
  work = async () => {
    const isBad = fails.shift()
    await gate.passed
    this.done++
    if (isBad) throw new Error('no disk')
  }
  lose = async () => {
    this.note = 'server'
    this.liked = true
    this.commit()
    await gate.passed
    throw new Error('no disk')
  }
  mark = () => {
    this.liked = true
  }
  go = async () => {
    await gate.passed
    this.isThere = false
    this.commit()
    throw new Error('no disk')
  }
  refuse = validated(z.object({ age: z.coerce.number() }), () => {})
  getTemplate() {
    return html`<main>
      <button id="like" class="small" lv-click=${this.work} lv-do-click=${toggleClass('liked')}>like</button>
      <button id="open" lv-click=${this.work} lv-do-click=${[show('#menu'), setAttribute('title', 'open', '#menu'), addClass('big', '#menu'), removeAttribute('lang', '#menu')]}>open</button>
      <button id="flip" lv-click=${this.work} lv-do-click=${toggle('#menu')}>flip</button>
      <button id="alone" lv-do-click=${toggleClass('alone')}>alone</button>
      <button id="lose" lv-click=${this.lose} lv-do-click=${[setAttribute('title', 'mine', '#menu'), addClass('liked', '#heart')]}>lose</button>
      <button id="mark" lv-click=${this.mark}>mark</button>
      <form id="form" lv-submit=${this.refuse} lv-do-submit=${addClass('sent')}><input name="age" value="x"><button id="send">send</button></form>
      <nav id="menu" hidden lang="es" title=${this.note}>menu</nav>
      <i id="heart" class=${classes({ liked: this.liked, heart: true })}>heart</i>
      ${this.isThere ? html`<button id="go" lv-click=${this.go} lv-do-click=${addClass('going')}>go</button>` : ''}
      <p>${this.done}</p>
    </main>`
  }
}

async function post() {
  gate = closedGate()
  fails = []
  const opened = await open(Post, { debug: false })
  await opened.tab.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('client-extras')),
  )
  return opened
}

const markup = (tab: Page, selector: string) => tab.$eval(selector, ({ outerHTML }) => outerHTML)
const told = (tab: Page, text: string) => tab.getByRole('status').getByText(text).waitFor()
const FAILED = 'That did not work, and nothing was changed.'
const quiet = (tab: Page) =>
  tab.waitForFunction(() => document.querySelectorAll('[lv-pending]').length === 0)

test('a like that the server can’t keep goes back, and one that it keeps stays', {
  tags: ['A22', 'optimistic-commands'],
}, async () => {
  const { tab, complaints } = await post()
  fails = [true, false]
  await tab.click('#like')
  expect(await tab.getAttribute('#like', 'class')).toBe('small liked')
  gate.open()
  await told(tab, FAILED)
  expect(await tab.getAttribute('#like', 'class')).toBe('small')
  await tab.click('#like')
  await quiet(tab)
  expect(await tab.getAttribute('#like', 'class')).toBe('small liked')
  expect(complaints).toEqual([])
})

test('all that one press wrote goes back together: what was shown, named, dressed and taken away', {
  tags: ['A22', 'optimistic-commands'],
}, async () => {
  const { tab } = await post()
  const before = await markup(tab, '#menu')
  fails = [true]
  await tab.click('#open')
  expect(await markup(tab, '#menu')).toBe('<nav id="menu" title="open" class="big">menu</nav>')
  gate.open()
  await told(tab, FAILED)
  expect(new Set(attributes(await markup(tab, '#menu')))).toEqual(new Set(attributes(before)))
})

const attributes = (text: string) =>
  (text.match(/ [a-z]+="[^"]*"/g) ?? []).filter((one) => one !== ' class=""')

test('of two presses that cross, the one that fails goes back alone', {
  tags: ['A22', 'optimistic-commands'],
}, async () => {
  const { tab } = await post()
  fails = [true, false]
  await tab.click('#flip')
  await tab.click('#flip')
  expect(await tab.isHidden('#menu')).toBe(true)
  gate.open()
  await quiet(tab)
  // The second press alone shows it.
  expect(await tab.isVisible('#menu')).toBe(true)
})

test('what the server has written there meanwhile stays', {
  tags: ['A22', 'optimistic-commands'],
}, async () => {
  const { tab } = await post()
  await tab.click('#lose')
  await tab.waitForSelector('#menu[title=server]', { state: 'attached' })
  gate.open()
  await told(tab, FAILED)
  // Its turn was taken back, and so the server says what it was.
  expect(await tab.getAttribute('#menu', 'title')).toBe('none')
  expect(await tab.getAttribute('#heart', 'class')).toBe('heart')
  await tab.click('#mark')
  await tab.waitForSelector('#heart.liked')
})

test('a like that somebody else’s answer confirms is not taken back with mine', {
  tags: ['A22', 'optimistic-commands'],
}, async () => {
  const { tab } = await post()
  await tab.evaluate(() => {
    document.querySelector<HTMLElement>('#mark')!.click()
    document.querySelector<HTMLElement>('#lose')!.click()
  })
  await tab.waitForSelector('#menu[title=server]', { state: 'attached' })
  gate.open()
  await told(tab, FAILED)
  expect(await tab.getAttribute('#heart', 'class')).toContain('liked')
})

test('what a schema refuses goes back', { tags: ['A22', 'optimistic-commands'] }, async () => {
  const { tab } = await post()
  await tab.click('#send')
  await told(tab, 'That was not accepted, and nothing was changed.')
  expect(await tab.getAttribute('#form', 'class')).not.toContain('sent')
})

test('a command without a handler is never taken back', {
  tags: ['A22', 'optimistic-commands'],
}, async () => {
  const { tab } = await post()
  fails = [true]
  await tab.click('#alone')
  await tab.click('#like')
  gate.open()
  await told(tab, FAILED)
  expect(await tab.getAttribute('#alone', 'class')).toBe('alone')
})

test('what goes away with its answer has nothing to go back to', {
  tags: ['A22', 'optimistic-commands'],
}, async () => {
  const { tab, complaints } = await post()
  await tab.click('#go')
  await tab.waitForSelector('#go.going')
  gate.open()
  await told(tab, FAILED)
  await tab.waitForSelector('#go:not(.going)')
  expect(complaints).toEqual([])
})

test('a press over a lost connection keeps its effect until the answer, which takes it back', {
  tags: ['A10', 'A22', 'optimistic-commands'],
}, async () => {
  const { tab } = await post()
  const network = await cuttableNetwork(tab)
  await tab.reload()
  await connected(tab)
  await tab.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('client-extras')),
  )
  network.cut()
  await tab.waitForFunction(() => document.documentElement.dataset.telar === 'disconnected')
  fails = [true]
  await tab.click('#like')
  expect(await tab.getAttribute('#like', 'class')).toBe('small liked')
  network.mend()
  await connected(tab)
  expect(await tab.getAttribute('#like', 'class')).toBe('small liked')
  gate.open()
  await told(tab, FAILED)
  expect(await tab.getAttribute('#like', 'class')).toBe('small')
})
