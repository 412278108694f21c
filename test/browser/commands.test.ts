/** Commands that the page does by itself: at once, and standing until the server says otherwise. */

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  addClass,
  dispatch,
  focus,
  html,
  LiveComponent,
  type LiveEvent,
  setAttribute,
  show,
  toggle,
  toggleClass,
} from '../../engine/index.ts'
import { useBrowser } from './support/live-page.ts'

const { open } = useBrowser()

class Shell extends LiveComponent {
  count = 0
  tone = 'plain'
  heard = ''
  add() {
    this.count += 1
  }
  paint() {
    this.tone = 'loud'
  }
  hear(event: LiveEvent) {
    this.heard = JSON.stringify(event.detail)
  }
  getTemplate() {
    return html`
      <main lv-zoom=${this.hear}>
        <button id="menu-button" lv-do-click=${[toggle('#menu'), focus('#search'), toggleClass('on')]} lv-click=${this.add}>menu</button>
        <button id="dress" lv-do-click=${[addClass('open', '#menu'), setAttribute('title', 'dressed', '#menu')]}>dress</button>
        <button id="zoom" lv-do-click=${dispatch('zoom', { to: 2 })}>zoom</button>
        <button id="paint" lv-click=${this.paint}>paint</button>
        <nav id="menu" hidden class=${this.tone} title=${`menu ${this.tone}`}><input id="search"></nav>
        <p>${this.count}</p><output>${this.heard}</output>
        ${this.count > 0 ? html`<button id="late" lv-do-click=${show('#menu')}>late</button>` : ''}
      </main>
    `
  }
}

test('client commands show, toggle, focus and dispatch without a trip, beside a handler', {
  tags: ['A22', 'client-commands'],
}, async () => {
  const { tab, complaints } = await open(Shell)
  await loaded(tab)
  await tab.click('#menu-button')
  await tab.waitForSelector('#search:focus')
  await tab.waitForFunction(() => document.querySelector('p')!.textContent === '1')
  expect(await tab.getAttribute('#menu-button', 'class')).toBe('on')
  await tab.click('#menu-button')
  await tab.waitForSelector('#menu', { state: 'hidden' })
  await tab.click('#late')
  await tab.waitForSelector('#menu', { state: 'visible' })
  await tab.click('#zoom')
  await tab.waitForFunction(() => document.querySelector('output')!.textContent === '{"to":2}')
  expect(complaints).toEqual([])
})

test('what a command did stands over commits and a repaint, until the server gives that attribute a new value', {
  tags: ['A22', 'A10', 'client-commands'],
}, async () => {
  const { tab } = await open(Shell)
  await loaded(tab)
  await tab.click('#menu-button')
  await tab.click('#dress')
  const menu = () =>
    tab.evaluate(() => {
      const { hidden, className, title } = document.querySelector<HTMLElement>('#menu')!
      return { hidden, className, title }
    })
  await tab.waitForFunction(() => document.querySelector('p')!.textContent === '1')
  expect(await menu()).toEqual({ hidden: false, className: 'plain open', title: 'dressed' })
  await tab.click('#paint')
  await tab.waitForSelector('#menu.loud')
  expect(await menu()).toEqual({ hidden: false, className: 'loud', title: 'menu loud' })
})

/** The file with the commands has come. */
const loaded = (tab: Page) =>
  tab.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('client-extras')),
  )
