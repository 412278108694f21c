/** Sessions through their real wire: turns, acknowledgements, take-over. */
import { expect, test } from 'vitest'
import { each, html, LiveComponent, mount } from '../../engine/index.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

class Counter extends LiveComponent {
  count = 0
  add() {
    this.count += 1
  }
  getTemplate() {
    return html`<button lv-click=${this.add}>Clicked ${this.count} times</button>`
  }
}

test('the first paint is the component as HTML with markers', { tags: ['A5'] }, async () => {
  const session = await open(scene(), Counter)
  expect(session.paint()).toMatch(
    /^<button lv-r="1 \w+ " lv-click="2">Clicked <!--3-->0<!--\/3--> times<\/button>$/,
  )
})

test('a click changes state, and one op goes to the tab with the acknowledgement', {
  tags: ['A2'],
}, async () => {
  const tab = await Tab.join(await open(scene(), Counter))
  tab.frames()
  expect(await tab.event(2)).toEqual([
    { acknowledged: 1, repaint: false, ops: [{ op: 'setText', slot: 3, text: '1' }] },
  ])
})

test('a click on the counter comes back in eight bytes', { tags: ['A6'] }, async () => {
  const session = await open(scene(), Counter)
  const tab = await Tab.join(session)
  tab.frames()
  session.receive({
    type: 'event',
    component: 0,
    event: 'click',
    slot: 2,
    seq: 1,
    frame: 1,
    data: {},
  })
  await session.settled()
  expect(Buffer.from(tab.sent[0]!).toString('hex')).toBe(
    '13' + '02' + '01' + '03' + '01' + '06' + '01' + '31',
  )
})

test('a tab that has every frame is welcomed without a repaint', { tags: ['A10'] }, async () => {
  const tab = await Tab.join(await open(scene(), Counter))
  expect(tab.frames()).toEqual([
    {
      repaint: false,
      ops: [
        {
          op: 'signal',
          kind: 'welcome',
          value: { epoch: 1, applied: 0, resumed: true, frame: 1 },
        },
      ],
    },
  ])
})

test('another process takes the session up with its state and paints it again', {
  tags: ['A10', 'A13'],
}, async () => {
  const stage = scene()
  const first = await open(stage, Counter)
  const tab = await Tab.join(first)
  await tab.event(2)
  await tab.event(2)
  const second = await open(stage, Counter)
  const back = await Tab.join(second, { epoch: first.epoch, frame: first.screen.frame, seq: 2 })
  const [welcome, repaint] = back.frames()
  expect(welcome!.ops).toEqual([
    {
      op: 'signal',
      kind: 'welcome',
      value: { epoch: second.epoch, applied: 2, resumed: false, frame: 1 },
    },
  ])
  expect(repaint!.repaint).toBe(true)
  expect(repaint!.ops).toEqual([
    {
      op: 'template',
      number: expect.any(Number),
      html: '<button lv-click="1">Clicked <!--2--><!--/2--> times</button>',
    },
    { op: 'insert', list: 0, tpl: expect.any(Number), base: 1, before: 0, key: '', strings: ['2'] },
  ])
  // The old process may not write any more: its tab is told to come back.
  await tab.event(2)
  expect(tab.closed).toEqual({ code: 1012, reason: 'another process has resumed this session' })
})

test('an event that is sent again after it was applied changes nothing', {
  tags: ['A10', 'exactly-once'],
}, async () => {
  const session = await open(scene(), Counter)
  const tab = await Tab.join(session)
  await tab.event(2)
  expect(await tab.event(2, 'click', {}, { seq: 1 })).toEqual([])
  expect((session.tree.root.component as Counter).count).toBe(1)
})

class List extends LiveComponent {
  items = [
    { id: 1, text: 'one' },
    { id: 2, text: 'two' },
    { id: 3, text: 'three' },
  ]
  remove(id: number) {
    this.items = this.items.filter((item) => item.id !== id)
  }
  reverse() {
    this.items.reverse()
  }
  getTemplate() {
    return html`<ul lv-click=${this.reverse}>${each(
      this.items,
      (item) => item.id,
      (item) => html`<li lv-click=${() => this.remove(item.id)}>${item.text}</li>`,
    )}</ul>`
  }
}

test('a removed row costs one op, and its handler answers until the tab has let go', {
  tags: ['A4'],
}, async () => {
  const session = await open(scene(), List)
  const tab = await Tab.join(session)
  tab.frames()
  const rows = [4, 7, 10]
  expect(await tab.event(rows[1]! + 1)).toEqual([
    { acknowledged: 1, repaint: false, ops: [{ op: 'remove', base: 7 }] },
  ])
  // The second click left before the removal came: it reaches what the tab was shown.
  await tab.event(8, 'click', {}, { frame: 1 })
  expect((session.tree.root.component as List).items.map(({ id }) => id)).toEqual([1, 3])
  const [told] = await tab.event(8)
  expect(told!.ops).toEqual([{ op: 'signal', kind: 'answer', value: { seq: 3, outcome: 'stale' } }])
})

test('rows that change their order are moved, not made again', {
  tags: ['A4', 'keyed-lists'],
}, async () => {
  const tab = await Tab.join(await open(scene(), List))
  tab.frames()
  const [frame] = await tab.event(2)
  expect(frame!.ops).toEqual([
    { op: 'move', base: 10, before: 4 },
    { op: 'move', base: 7, before: 4 },
  ])
})

test('a slot that was never shown is forged: refused by its number, and nothing else happens', {
  tags: ['A17'],
}, async () => {
  const session = await open(scene(), Counter)
  const tab = await Tab.join(session)
  tab.frames()
  const [frame] = await tab.event(99)
  expect(frame).toEqual({
    acknowledged: 1,
    repaint: false,
    ops: [
      {
        op: 'signal',
        kind: 'answer',
        value: {
          seq: 1,
          outcome: 'refused',
          code: 'event-forged',
          message: expect.stringContaining('click at slot 99 of component 0'),
        },
      },
    ],
  })
  await tab.event(2)
  expect((session.tree.root.component as Counter).count).toBe(1)
})

class Failing extends LiveComponent {
  steps: string[] = []
  fail() {
    this.steps.push('half done')
    throw new Error('no disk')
  }
  getTemplate() {
    return html`<button lv-click=${this.fail}>${this.steps.length}</button>`
  }
}

test('a handler that throws is taken back, reported, and counts as applied', {
  tags: ['A11'],
}, async () => {
  const stage = scene()
  const session = await open(stage, Failing)
  const tab = await Tab.join(session)
  tab.frames()
  const frames = await tab.event(2)
  expect((session.tree.root.component as Failing).steps).toEqual([])
  expect(frames.map(({ acknowledged }) => acknowledged)).toEqual([undefined, 1])
  expect(stage.faults).toMatchObject([
    {
      owner: 'app',
      component: 'Failing',
      handler: 'fail',
      message: 'Failing failed in fail: no disk',
    },
  ])
})

class Parent extends LiveComponent {
  heading = 'a'
  rename() {
    this.heading = 'b'
  }
  getTemplate() {
    return html`<h1 lv-click=${this.rename}>${this.heading}</h1><div>${mount(Counter)}</div>`
  }
}

test("a parent's commit leaves a mounted child and its state alone", { tags: ['A3'] }, async () => {
  const session = await open(scene(), Parent)
  expect(session.paint()).toContain('lv-t="4 1.0"')
  const tab = await Tab.join(session)
  tab.frames()
  const [add] = await tab.event(2, 'click', {}, { component: 1 })
  expect(add!.ops).toEqual([
    { op: 'component', id: 1 },
    { op: 'setText', slot: 3, text: '1' },
    { op: 'component', id: 0 },
  ])
  const [rename] = await tab.event(2)
  expect(rename!.ops).toEqual([{ op: 'setText', slot: 3, text: 'b' }])
  expect((await tab.event(2, 'click', {}, { component: 1 }))[0]!.ops).toContainEqual({
    op: 'setText',
    slot: 3,
    text: '2',
  })
})

class Clock extends LiveComponent {
  ticks = 0
  connected() {
    this.every(1000, () => {
      this.ticks += 1
    })
  }
  getTemplate() {
    return html`<p>${this.ticks}</p>`
  }
}

test('a timer runs while the session lives, pushes its change, and ends with it', {
  tags: ['A1'],
}, async () => {
  const stage = scene()
  const session = await open(stage, Clock)
  expect(stage.clock.waiting).toBe(0)
  const tab = await Tab.join(session)
  tab.frames()
  stage.clock.advance(2000)
  await session.settled()
  expect(tab.frames().map(({ ops }) => ops)).toEqual([
    [{ op: 'setText', slot: 2, text: '1' }],
    [{ op: 'setText', slot: 2, text: '2' }],
  ])
  await session.end()
  expect(stage.clock.waiting).toBe(0)
})

class Room extends LiveComponent {
  lines: string[] = []
  connected() {
    this.subscribe<string>('room:1', (line) => {
      this.lines.push(line)
    })
  }
  say() {
    this.publish('room:1', 'hi')
  }
  getTemplate() {
    return html`<p lv-click=${this.say}>${this.lines.join(' ')}</p>`
  }
}

test('what one session publishes reaches the others', {
  tags: ['A12', 'publish-subscribe'],
}, async () => {
  const stage = scene()
  const one = await open(stage, Room, { id: 'one' })
  const two = await open(stage, Room, { id: 'two' })
  const tab = await Tab.join(one)
  const other = await Tab.join(two)
  other.frames()
  await tab.event(2)
  await new Promise((resolve) => setImmediate(resolve))
  await two.settled()
  expect(other.frames().map(({ ops }) => ops)).toEqual([[{ op: 'setText', slot: 3, text: 'hi' }]])
})

test('a tab that takes nothing gets one diff to the newest state once it does', {
  tags: ['A16'],
}, async () => {
  const stage = scene()
  const session = await open(stage, Clock)
  const tab = await Tab.join(session)
  tab.frames()
  tab.waiting = 1_000_000
  for (let i = 0; i < 50; i++) {
    stage.clock.advance(1000)
    await session.settled()
  }
  expect(tab.frames()).toEqual([])
  tab.drain()
  await session.settled()
  expect(tab.frames().map(({ ops }) => ops)).toEqual([[{ op: 'setText', slot: 2, text: '50' }]])
})

test('events that come in one piece are answered by one frame, which acknowledges them all', {
  tags: ['A16', 'batches'],
}, async () => {
  const session = await open(scene(), Counter)
  const tab = await Tab.join(session)
  tab.frames()
  for (let seq = 1; seq <= 3; seq++) {
    const event = { type: 'event', component: 0, event: 'click', slot: 2, seq, frame: 1 } as const
    session.receive({ ...event, data: {} })
  }
  await session.settled()
  expect(tab.frames()).toEqual([
    { acknowledged: 3, repaint: false, ops: [{ op: 'setText', slot: 3, text: '3' }] },
  ])
})

test('a refusal among events that come in one piece is told with the answers of the others', {
  tags: ['A16', 'batches'],
}, async () => {
  const session = await open(scene(), Counter)
  const tab = await Tab.join(session)
  tab.frames()
  const event = { type: 'event', component: 0, event: 'click', frame: 1, data: {} } as const
  session.receive({ ...event, seq: 1, slot: 2 })
  session.receive({ ...event, seq: 2, slot: 99 })
  await session.settled()
  expect(tab.frames()).toEqual([
    {
      acknowledged: 2,
      repaint: false,
      ops: [
        { op: 'setText', slot: 3, text: '1' },
        expect.objectContaining({ op: 'signal', kind: 'answer' }),
      ],
    },
  ])
})

test('a session that an older version has stored goes on where it was', {
  tags: ['A10'],
}, async () => {
  class Dice extends LiveComponent {
    count = 0
    thrown = 0
    ticket = ''
    throw() {
      this.thrown = this.random()
      this.ticket = this.id()
    }
    getTemplate() {
      return html`<button lv-click=${this.throw}>${this.session.params.id} ${this.count} ${this.thrown} ${this.ticket}</button>`
    }
  }
  const stage = scene()
  const { epoch } = await stage.store.open('tab-1', 'old')
  const visit = '1\n{"session":{"params":{"id":"7"},"path":"/x","locale":"es","identity":null}}'
  await stage.store.write('tab-1', epoch, {
    page: '/',
    version: 1,
    seq: 3,
    meta: JSON.stringify({ visit, chance: 3729553182, ids: 4, deadlines: [] }),
    components: new Map([['Dice', '1\n{"count":2,"thrown":0,"ticket":""}']]),
  })
  const session = await open(stage, Dice)
  const tab = await Tab.join(session, { epoch: 0 })
  tab.frames()
  tab.seq = 3
  await tab.event(2)
  expect(session.info).toMatchObject({ path: '/x', locale: 'es' })
  expect(session.paint()).toContain('7')
  expect(session.tree.root.component).toMatchObject({
    count: 2,
    thrown: 0.14071132871322334,
    ticket: 't4',
  })
  // It is stored anew, and goes on in the next process.
  const next = await open(stage, Dice)
  expect(next.tree.root.component).toMatchObject({ thrown: 0.14071132871322334, ticket: 't4' })
  expect([next.ids, next.info.locale]).toEqual([5, 'es'])
})
