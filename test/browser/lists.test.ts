/** Lists that feel right: an endless one fills the view, and what is put in front leaves the reader where they read. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { each, html, LiveComponent } from '../../engine/index.ts'
import { useBrowser } from './support/live-page.ts'

const { open } = useBrowser()

/** Pages of two rows, of which the view holds many. */
class Feed extends LiveComponent {
  rows: number[] = []
  asked = 0
  last = 40
  more() {
    this.asked++
    const from = this.rows.length
    for (let row = from; row < Math.min(from + 2, this.last); row++) this.rows.push(row)
  }
  getTemplate() {
    return html`<main>
      <output>${this.asked}</output>
      <ol style="height: 300px; overflow: auto; margin: 0">
        ${each(this.rows, String, (row) => html`<li style="height: 40px">Row ${row}</li>`)}
        <li id="end" style="height: 10px" lv-enter=${this.more}></li>
      </ol>
    </main>`
  }
}

const rows = (tab: Page) => tab.locator('li').count()
const asked = (tab: Page) => tab.textContent('output')

/** Nothing more comes within the time of some trips. */
async function rests(tab: Page): Promise<void> {
  const before = await asked(tab)
  await tab.waitForTimeout(500)
  expect(await asked(tab)).toBe(before)
}

test('an endless list asks for short pages until its view is full, and then rests', {
  tags: ['A22', 'lists-in-place'],
}, async () => {
  const { tab, complaints } = await open(Feed)
  await tab.waitForFunction(() => document.querySelectorAll('li').length >= 9)
  await rests(tab)
  expect(await rows(tab)).toBe(9)
  await tab.locator('#end').scrollIntoViewIfNeeded()
  await tab.waitForFunction(() => document.querySelectorAll('li').length > 9)
  await rests(tab)
  expect(complaints).toEqual([])
})

test('an endless list that has no more is asked once more, and not again', {
  tags: ['A22', 'lists-in-place'],
}, async () => {
  class Short extends Feed {
    override last = 4
  }
  const { tab } = await open(Short)
  await tab.waitForFunction(() => document.querySelectorAll('li').length === 5)
  await tab.waitForFunction(() => document.querySelector('output')!.textContent === '3')
  await rests(tab)
})

test('an endless list whose handler fails does not ask again by itself', {
  tags: ['A22', 'lists-in-place'],
}, async () => {
  class Broken extends Feed {
    override more() {
      super.more()
      throw new Error('no database')
    }
  }
  const { tab } = await open(Broken)
  await tab.waitForSelector('.telar-status:not(:empty)')
  await rests(tab)
  expect(await rows(tab)).toBe(1)
})

class Log extends LiveComponent {
  rows = Array.from({ length: 60 }, (_, i) => i)
  next = -1
  add() {
    this.rows.unshift(this.next--, this.next--, this.next--)
  }
  getTemplate() {
    return html`<main>
      <button lv-click=${this.add}>add</button>
      <ol id="box" style="height: 300px; overflow: auto; margin: 0">
        ${each(this.rows, String, (row) => html`<li style="height: 40px">Row ${row}</li>`)}
      </ol>
    </main>`
  }
}

test('rows that come in front leave the reader of a long list where they read', {
  tags: ['A22', 'lists-in-place'],
}, async () => {
  const { tab } = await open(Log)
  const place = () =>
    tab.evaluate(() => {
      const row = [...document.querySelectorAll('li')].find((one) => one.textContent === 'Row 20')!
      return (
        row.getBoundingClientRect().top -
        document.querySelector('#box')!.getBoundingClientRect().top
      )
    })
  await tab.evaluate(() => document.querySelector('#box')!.scrollTo(0, 800))
  await tab.waitForTimeout(100)
  const before = await place()
  await tab.click('button')
  await tab.waitForFunction(() => document.querySelectorAll('li').length === 63)
  await tab.waitForTimeout(100)
  expect(await place()).toBe(before)
})
