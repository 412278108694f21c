/** A view that asks for a turn, in production too: told once, and never run again and again. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

/** More runs than that and a server would do nothing else. */
const MANY = 50

test.each([
  ['commit', (it: LiveComponent) => it.commit()],
  ['publish', (it: LiveComponent) => it.publish('news', 1)],
  ['after', (it: LiveComponent) => it.after(0, 'late')],
  ['every', (it: LiveComponent) => it.every(4, () => {})],
])(
  'a view that calls %s() after a click fails in one run, is told, and the page stays',
  { tags: ['A4'] },
  async (call, ask) => {
    let runs = 0
    class Asks extends LiveComponent {
      count = 0
      connected() {
        this.subscribe('news', () => this.late())
      }
      add() {
        this.count = 1
      }
      late() {
        this.count += 1
      }
      getTemplate() {
        if (++runs > MANY) throw new Error('It runs again and again.')
        if (this.count > 0) ask(this)
        return html`<button lv-click=${this.add}>${this.count}</button>`
      }
    }
    const stage = scene()
    Object.assign(stage.around, { debug: false })
    const session = await open(stage, Asks)
    const tab = await Tab.join(session)
    runs = 0
    tab.frames()
    await tab.event(2)
    for (let at = 0; at < MANY; at += 1) {
      stage.clock.advance(20)
      await session.settled()
    }
    expect(runs).toBeLessThan(4)
    expect(stage.faults.map(({ message }) => message)).toEqual([
      expect.stringContaining(`the view of Asks to change no state, received this.${call}()`),
    ])
    expect(tab.closed).toBeUndefined()
  },
)
