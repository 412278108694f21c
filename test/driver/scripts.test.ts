/** A driver's script leaves nothing in the page that could be drawn again, so a repaint must not replace it. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

class Greeter extends LiveComponent {
  connected() {
    this.after(50, 'greet')
  }
  greet() {
    this.driver.evalScript('greet()')
    this.driver.setText('driven')
  }
  getTemplate() {
    return html`<main>told</main>`
  }
}

test('a script that waits for a tab that does not read reaches the page when it is painted again', {
  tags: ['A2'],
}, async () => {
  const around = scene()
  const session = await open(around, Greeter)
  const slow = await Tab.join(session)
  slow.waiting = Number.POSITIVE_INFINITY
  around.clock.advance(50)
  await session.settled()
  const again = await Tab.join(session, { epoch: 0, frame: 0 })
  const drives = again.frames().flatMap(({ ops }) => ops.filter(({ op }) => op === 'drive'))
  expect(drives).toEqual([
    { op: 'drive', kind: 'setText', target: '', name: '', value: 'driven' },
    { op: 'drive', kind: 'evalScript', target: '', name: '', value: 'greet()' },
  ])
})
