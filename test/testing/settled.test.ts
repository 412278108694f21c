/** What never ends is told in a sentence, and what the clock must move is named. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import { memoryStore } from '../../engine/state/memory-store.ts'
import { byRole, visit } from '../../engine/testing/index.ts'
import { FailingStore } from '../server/support/failing-store.ts'
import { recordIn } from '../support/slow-store.ts'

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

test('a store that fails for a moment is waited for, without the clock of the test, and is no failure of the act', {
  tags: ['A23'],
}, async () => {
  const store = new FailingStore(memoryStore())
  const tab = await visit(Counter, { store })
  const before = tab.clock.now()
  store.fail(new Error('The disk is full.'), 'write', 'open')
  const clicked = tab.click(byRole('button'))
  while (store.failed < 2) await turn()
  store.mend()
  await clicked
  expect([tab.text(), tab.clock.now() - before, tab.frames.length]).toEqual(['1', 0, 1])
  expect((await recordIn(store, 'tab-1'))?.seq).toBe(1)
})

test('a store that fails as another process takes over is asked again', {
  tags: ['A23'],
}, async () => {
  const store = new FailingStore(memoryStore())
  const tab = await visit(Counter, { store })
  await tab.click(byRole('button'))
  for (const call of ['open', 'write'] as const) {
    store.failed = 0
    store.fail(new Error('The disk is full.'), call)
    const back = tab.reconnect({ restarted: true })
    while (store.failed < 2) await turn()
    store.mend()
    await back
  }
  await tab.click(byRole('button'))
  expect(tab.text()).toBe('2')
})

test('what a store says that never works again fails the act', { tags: ['A23'] }, async () => {
  const store = new FailingStore(memoryStore())
  const tab = await visit(Counter, { store })
  store.fail(new Error('The disk is full.'), 'write')
  await expect(tab.click(byRole('button'))).rejects.toThrow('The disk is full.')
  store.mend()
  await tab.settled()
  expect(tab.text()).toBe('1')
  store.fail(new Error('The disk is gone.'), 'open')
  await expect(tab.reconnect({ restarted: true })).rejects.toThrow('The disk is gone.')
})

class Counter extends LiveComponent {
  count = 0
  add() {
    this.count++
  }
  getTemplate() {
    return html`<button lv-click=${this.add}>${this.count}</button>`
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 1))
