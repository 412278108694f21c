/** A BiMap as a field of a component: stored, taken back, taken up by another process. */
import { expect, test } from 'vitest'
import { BiMap, html, LiveComponent } from '../../engine/index.ts'
import { visit } from '../../engine/testing/index.ts'

class Seats extends LiveComponent {
  seats = new BiMap<string, number | Date>([['Ada', 1]])
  sit() {
    this.seats.set('Grace', 1).set('Ada', new Date(0))
  }
  fail() {
    this.seats = new BiMap([['Nobody', 0]])
    throw new Error('no seat')
  }
  getTemplate() {
    return html`<button id="sit" lv-click=${this.sit}>${this.seats.keyOf(1)}</button>
      <button id="fail" lv-click=${this.fail}>${[...this.seats].length}</button>`
  }
}

test('a BiMap is state: stored, taken back when a handler fails, there again after a restart', {
  tags: ['A11', 'A13', 'bimap'],
}, async () => {
  const tab = await visit(Seats)
  expect(tab.text('#sit')).toBe('Ada')
  await tab.click('#sit')
  await expect(tab.click('#fail')).rejects.toThrow('no seat')
  expect([tab.text('#sit'), tab.text('#fail')]).toEqual(['Grace', '2'])
  await tab.reconnect({ restarted: true })
  expect([tab.text('#sit'), tab.text('#fail')]).toEqual(['Grace', '2'])
  await tab.click('#sit')
  expect([tab.text('#sit'), tab.text('#fail')]).toEqual(['Grace', '2'])
})
