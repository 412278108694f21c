/** What the property has found, as the smallest case by itself. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import { open, scene, Tab } from '../session/support/tab.ts'

class Card extends LiveComponent {
  payload: { list: number[] } | null = { list: [1] }
  part: boolean | null = true
  getTemplate() {
    return html`<x-card .payload=${this.payload}></x-card><input type="checkbox" .indeterminate=${this.part} value="a">`
  }
}

test('A4 A8 a property that no attribute can say is set once the tab has joined', async () => {
  const session = await open(scene(), Card)
  const tab = await Tab.join(session)
  const [welcome, ...more] = tab.frames()
  expect(welcome!.ops).toMatchObject([{ op: 'signal', kind: 'welcome', value: { resumed: true } }])
  expect(more.flatMap(({ ops }) => ops).filter(({ op }) => op === 'setProp')).toEqual([
    { op: 'setProp', slot: 2, name: 'payload', value: { list: [1] } },
    { op: 'setProp', slot: 3, name: 'indeterminate', value: true },
  ])
})

test('A4 a page whose properties all stand in its markup gets nothing but the welcome', async () => {
  class Plain extends LiveComponent {
    getTemplate() {
      return html`<input value="a"><input type="checkbox" checked=${true}><b .hidden=${true}></b>`
    }
  }
  const tab = await Tab.join(await open(scene(), Plain))
  expect(tab.frames().map(({ ops }) => ops.map(({ op }) => op))).toEqual([['signal']])
})

test('A2 A16 a question that a slow tab could not take is asked as soon as it can', async () => {
  class Asking extends LiveComponent {
    heard: unknown = ''
    async ask() {
      this.heard = await this.driver.getDriverById('x').getText()
    }
    getTemplate() {
      return html`<b lv-click=${this.ask}>${this.heard}</b>`
    }
  }
  const session = await open(scene(), Asking)
  const tab = await Tab.join(session)
  tab.frames()
  tab.waiting = Number.MAX_SAFE_INTEGER
  const asked = tab.event(2)
  expect(tab.frames()).toEqual([])
  tab.drain()
  const [question] = tab.frames()
  expect(question?.ops).toMatchObject([{ op: 'read', id: 1, target: 'x' }])
  session.receive({ type: 'reply', id: 1, data: { value: 'answered' } })
  const [frame] = await asked
  expect(frame!.ops).toEqual([{ op: 'setText', slot: 3, text: 'answered' }])
})
