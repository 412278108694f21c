/** Events of one tab: in order, one at a time, whatever their handlers wait for. */
import { expect, test } from 'vitest'
import { classes, each, html, LiveComponent, styles } from '../../engine/index.ts'
import { open, scene, Tab } from './support/tab.ts'

/** Lets a handler that waits go on. */
let goOn = () => {}

class Slow extends LiveComponent {
  steps: string[] = []
  async first() {
    this.steps.push('first begins')
    await new Promise<void>((resolve) => {
      goOn = resolve
    })
    this.steps.push('first ends')
  }
  second() {
    this.steps.push('second')
  }
  getTemplate() {
    return html`<p><b lv-click=${this.first}>1</b><i lv-click=${this.second}>2</i>${this.steps.length}</p>`
  }
}

test('events of a session run in order, one after another, also when a handler waits', {
  tags: ['A2', 'event-sequence', 'events-out-of-order'],
}, async () => {
  const session = await open(scene(), Slow)
  const tab = await Tab.join(session)
  tab.frames()
  const both = [tab.event(2), tab.event(3)]
  goOn()
  await Promise.all(both)
  expect((session.tree.root.component as Slow).steps).toEqual([
    'first begins',
    'first ends',
    'second',
  ])
  expect(session.applied).toBe(2)
})

test('a handler that waits holds up no other session', { tags: ['A2'] }, async () => {
  const stage = scene()
  const slow = await open(stage, Slow, { id: 'slow' })
  const quick = await open(stage, Slow, { id: 'quick' })
  const one = await Tab.join(slow)
  const two = await Tab.join(quick)
  const waiting = one.event(2)
  await two.event(3)
  expect((quick.tree.root.component as Slow).steps).toEqual(['second'])
  expect((slow.tree.root.component as Slow).steps).toEqual(['first begins'])
  goOn()
  await waiting
})

class Rows extends LiveComponent {
  rows = ['a', 'b']
  chosen = ''
  async wait() {
    await this.driver.getDriverById('x').getText()
  }
  choose(event: { dataset: Record<string, string> }) {
    this.chosen = event.dataset.row!
  }
  connected() {
    this.subscribe<string>('gone', (row) => {
      this.rows = this.rows.filter((one) => one !== row)
    })
  }
  getTemplate() {
    return html`<b lv-click=${this.wait}></b>${each(
      this.rows,
      (row) => row,
      (row) => html`<i data-row=${row} lv-click=${this.choose}></i>`,
    )}`
  }
}

test('a press on a row that was shown runs, though the tab says meanwhile that it has seen the row go', {
  tags: ['A10', 'A17'],
}, async () => {
  const stage = scene()
  const session = await open(stage, Rows)
  const tab = await Tab.join(session)
  const [wait, choose] = [...session.paint().matchAll(/lv-click="(\d+)"/g)].map((match) =>
    Number(match[1]),
  )
  const { frame } = session.screen
  stage.around.bus.publish('gone', 'a')
  await new Promise((resolve) => setTimeout(resolve, 0))
  await session.settled()
  const waiting = tab.event(wait!, 'click', {}, { frame })
  const press = tab.event(choose!, 'click', { dataset: { row: 'a' } }, { frame })
  session.receive({ type: 'ack', frame: session.screen.frame })
  session.receive({ type: 'reply', id: 1, data: { value: '' } })
  await Promise.all([waiting, press])
  expect((session.tree.root.component as Rows).chosen).toBe('a')
})

class Painted extends LiveComponent {
  on = false
  flip() {
    this.on = !this.on
  }
  getTemplate() {
    return html`<p class=${classes({ card: true, open: this.on })} style=${styles({ color: this.on ? 'red' : null })} lv-click=${this.flip}>x</p>`
  }
}

test('classes and styles change by one class and one text', {
  tags: ['A4', 'class-and-style'],
}, async () => {
  const tab = await Tab.join(await open(scene(), Painted))
  tab.frames()
  const [there] = await tab.event(4)
  expect(there!.ops).toEqual([
    { op: 'name', number: 1, name: 'style' },
    { op: 'class', slot: 2, on: true, name: 'open' },
    { op: 'setAttr', slot: 3, name: 'style', text: 'color: red' },
  ])
  const [back] = await tab.event(4)
  expect(back!.ops).toEqual([
    { op: 'name', number: 0, name: 'class' },
    // Taking the class away would cost as many bytes.
    { op: 'setAttr', slot: 2, name: 'class', text: 'card' },
    { op: 'setAttr', slot: 3, name: 'style', text: '' },
  ])
})
