/** A session that is about to end here finishes what it took in, and takes in nothing more. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

class Slow extends LiveComponent {
  count = 0
  async slow() {
    await new Promise<void>((resolve) => {
      waiting = resolve
    })
    this.count += 1
  }
  add() {
    this.count += 10
  }
  getTemplate() {
    return html`<i lv-click=${this.slow}></i><b lv-click=${this.add}></b>${this.count}`
  }
}

let waiting = () => {}

test('an event that comes while a session ends is left to whoever takes it up', {
  tags: ['A13'],
}, async () => {
  const stage = scene()
  const session = await open(stage, Slow)
  const tab = await Tab.join(session)
  const first = tab.event(2)
  const ended = session.end()
  void tab.event(3)
  waiting()
  await Promise.all([first, ended])
  const next = await open(stage, Slow)
  expect(next.applied).toBe(1)
  const back = await Tab.join(next, { seq: 1 })
  await back.event(3)
  expect(next.paint()).toContain('11')
  expect(next.applied).toBe(2)
})
