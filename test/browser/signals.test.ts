/** A title and a flash of a component reach a real tab, from the page's own server and under its policy. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import { useBrowser } from './support/live-page.ts'

const { open } = useBrowser()

class Post extends LiveComponent {
  start() {
    this.title('2 new')
  }
  read() {
    this.title('All < read')
  }
  save() {
    this.flash('success', 'Saved <b>all</b>')
  }
  getTemplate() {
    return html`<main><button id="read" lv-click=${this.read}>read</button>
      <button id="save" lv-click=${this.save}>save</button></main>`
  }
}

test('a title is that of the first paint, and follows the component', {
  tags: ['A22', 'titles'],
}, async () => {
  const { tab, complaints } = await open(Post)
  expect(await tab.title()).toBe('2 new')
  await tab.click('#read')
  await tab.waitForFunction(() => document.title === 'All < read')
  expect(complaints).toEqual([])
})

test('a flash is shown as text in a polite region, with a look that the page’s policy lets be', {
  tags: ['A22', 'flash'],
}, async () => {
  const { tab, complaints } = await open(Post)
  await tab.click('#save')
  const note = tab.locator('.telar-flashes[role=status] .telar-flash[data-kind=success]')
  await note.waitFor()
  expect(await note.locator('span').textContent()).toBe('Saved <b>all</b>')
  expect(
    await tab.evaluate(() => getComputedStyle(document.querySelector('.telar-flashes')!).position),
  ).toBe('fixed')
  expect(complaints).toEqual([])
})
