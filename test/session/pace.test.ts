/** When frames go: answers at once, pushes once in each display frame, and never more than a slow tab takes. */
import { expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

class Counter extends LiveComponent {
  count = 0
  connected() {
    this.subscribe('add', () => {
      this.count += 1
    })
  }
  add() {
    this.count += 1
  }
  getTemplate() {
    return html`<button lv-click=${this.add}>${this.count}</button>`
  }
}

async function paced(limits = {}) {
  const stage = scene({ frame: 16, ...limits })
  const session = await open(stage, Counter)
  const tab = await Tab.join(session)
  stage.clock.advance(16)
  tab.frames()
  const push = async () => {
    stage.around.bus.publish('add', 0)
    await Promise.resolve()
    await session.settled()
  }
  return { stage, session, tab, push }
}

const text = (count: number) => [{ op: 'setText', slot: 3, text: `${count}` }]
const opsOf = (tab: Tab) => tab.frames().map(({ ops }) => ops)

test('what is pushed goes once in each display frame, to the newest state', {
  tags: ['A16', 'pace'],
}, async () => {
  const { stage, tab, push } = await paced()
  for (let i = 0; i < 5; i++) await push()
  expect(opsOf(tab)).toEqual([text(1)])
  stage.clock.advance(15)
  expect(opsOf(tab)).toEqual([])
  stage.clock.advance(1)
  expect(opsOf(tab)).toEqual([text(5)])
  stage.clock.advance(100)
  expect(opsOf(tab)).toEqual([])
  await push()
  expect(opsOf(tab)).toEqual([text(6)])
})

test('the answer to an event goes at once, with what waited', {
  tags: ['A16', 'pace'],
}, async () => {
  const { stage, tab, push } = await paced()
  await push()
  await push()
  tab.frames()
  const [answer, ...more] = await tab.event(2)
  expect([answer, more]).toEqual([{ acknowledged: 1, repaint: false, ops: text(3) }, []])
  stage.clock.advance(100)
  expect(opsOf(tab)).toEqual([])
})

test('a tab that sends ahead of its answers gets one in each display frame, and at once when it has the last', {
  tags: ['A6', 'A16', 'pace'],
}, async () => {
  const { stage, session, tab } = await paced()
  const ahead = { frame: session.screen.frame }
  const acknowledged = () => tab.frames().map((frame) => frame.acknowledged)
  // Each in a piece of its own, as a browser may write them.
  for (let i = 0; i < 64; i++)
    await tab.event(2, 'click', {}, ahead).then((f) => i > 0 && expect(f).toEqual([]))
  stage.clock.advance(15)
  expect(acknowledged()).toEqual([])
  stage.clock.advance(1)
  expect(acknowledged()).toEqual([64])
  // As over a slow network: the last answer is under way, but older than a display frame.
  stage.clock.advance(16)
  expect((await tab.event(2, 'click', {}, ahead)).map((f) => f.acknowledged)).toEqual([65])
  expect(await tab.event(2, 'click', {}, ahead)).toEqual([])
  expect((await tab.event(2)).map((f) => f.acknowledged)).toEqual([67])
  stage.clock.advance(100)
  expect(acknowledged()).toEqual([])
})

test('a tab that leaves takes nothing with it: no timer is left', {
  tags: ['A16', 'endless-timers'],
}, async () => {
  const { stage, session, tab, push } = await paced()
  await push()
  await push()
  session.disconnect(tab)
  await session.end()
  expect(stage.clock.waiting).toBe(0)
})

class Noisy extends LiveComponent {
  shout() {
    this.push('shout', 1)
  }
  getTemplate() {
    return html`<button lv-click=${this.shout}>shout</button>`
  }
}

test('what is no state waits in a bounded queue for a tab that takes nothing; then there is a named error', {
  tags: ['A16', 'backpressure'],
}, async () => {
  const stage = scene({ queue: 3 })
  const session = await open(stage, Noisy)
  const tab = await Tab.join(session)
  tab.frames()
  tab.waiting = 1_000_000
  for (let i = 0; i < 5; i++) await tab.event(2)
  expect(stage.faults.map(({ code }) => code)).toEqual(['queue-full', 'queue-full'])
  for (let i = 0; i < 50; i++) session.receive({ type: 'ping' })
  await tab.event(99, 'click', {}, { seq: 6 })
  expect(tab.frames()).toEqual([])
  tab.drain()
  await session.settled()
  const frames = tab.frames()
  expect(frames).toHaveLength(1)
  expect(frames[0]).toMatchObject({
    acknowledged: 6,
    ops: [
      { op: 'name', number: expect.any(Number), name: 'shout' },
      ...Array.from({ length: 3 }, () => ({ op: 'event', name: 'shout', detail: 1 })),
      { op: 'signal', kind: 'answer', value: { seq: 4, outcome: 'failed' } },
      { op: 'signal', kind: 'answer', value: { seq: 5, outcome: 'failed' } },
      {
        op: 'signal',
        kind: 'answer',
        value: expect.objectContaining({ seq: 6, code: 'event-forged' }),
      },
    ],
  })
})
