/** What never ends is told in a sentence, and what the clock must move is named. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import { byRole, visit } from '../../engine/testing/index.ts'

test('a handler that never settles is told as such', { tags: ['A23'] }, async () => {
  class Stuck extends LiveComponent {
    wait() {
      return new Promise<void>(() => {})
    }
    getTemplate() {
      return html`<button lv-click=${this.wait}>Wait</button>`
    }
  }
  const tab = await visit(Stuck)
  await expect(tab.click(byRole('button'))).rejects.toThrow(
    'within 3 s, received a handler, timer or message that still waits.',
  )
})

test('what a handler waits for in real time is waited for', { tags: ['A23'] }, async () => {
  class Fetching extends LiveComponent {
    text = ''
    async load() {
      await new Promise((resolve) => setTimeout(resolve, 30))
      this.text = 'loaded'
    }
    getTemplate() {
      return html`<button lv-click=${this.load}>${this.text}</button>`
    }
  }
  const tab = await visit(Fetching)
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('loaded')
})
