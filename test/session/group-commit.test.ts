/** Turns that wait behind a slow write are stored together, as databases commit transactions in groups; none is shown before. */
import { expect, test } from 'vitest'
import { html, LiveComponent, mount } from '../../engine/index.ts'
import { decodeState } from '../../engine/state/codec.ts'
import { memoryStore } from '../../engine/state/memory-store.ts'
import type { SessionChange, StateStore } from '../../engine/state/store.ts'
import { Dice } from '../../fuzz/dom/dice.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

/** Writes wait until the test lets them through. */
class HeldStore implements StateStore {
  readonly promises = 'A store of a test.'
  readonly changes: SessionChange[] = []
  /** The last event that it has, and each count that it ever had. */
  seq = 0
  readonly counts: string[] = []
  isHeld = false
  private readonly inner = memoryStore()
  private waiting: (() => void)[] = []

  async write(id: string, epoch: number, change: SessionChange) {
    this.changes.push(structuredClone(change))
    if (this.isHeld) await new Promise<void>((resolve) => this.waiting.push(resolve))
    this.inner.write(id, epoch, change)
    const { seq, components } = this.inner.load(id)!
    this.seq = seq
    this.counts.push(`${decodeState(components.values().next().value!).fields.count}`)
  }
  load = (id: string) => this.inner.load(id)
  open = (id: string, owner: string) => this.inner.open(id, owner)
  remove = (id: string) => this.inner.remove(id)
  sweep = (idle: number) => this.inner.sweep(idle)
  close = () => this.inner.close()

  /** Lets the writes through that wait now. */
  async pass() {
    for (const resolve of this.waiting.splice(0)) resolve()
    await rest()
  }

  async free() {
    this.isHeld = false
    await this.pass()
  }
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 0))

let answer = () => {}

class Child extends LiveComponent {
  text = 'child'
  getTemplate() {
    return html`<s>${this.text}</s>`
  }
}

class Counter extends LiveComponent {
  count = 0
  hasChild = true
  add() {
    this.count++
  }
  fail() {
    this.count += 100
    this.publish('room', 'failed')
    throw new Error('no')
  }
  say() {
    this.count++
    this.publish('room', this.count)
  }
  async wait() {
    this.count += 10
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    this.count += 10
  }
  close() {
    this.hasChild = false
  }
  getTemplate() {
    return html`<b lv-click=${this.add}></b><i lv-click=${this.fail}></i><u lv-click=${this.say}></u><p lv-click=${this.wait}></p><a lv-click=${this.close}></a>${this.count}`
  }
}

const [ADD, FAIL, SAY, WAIT] = [2, 3, 4, 5]

/** A tab whose first event is in the store's hands. */
async function busy(component: typeof Counter = Counter) {
  const held = new HeldStore()
  const stage = scene({}, held)
  const session = await open(stage, component)
  const tab = await Tab.join(session)
  tab.frames()
  held.changes.length = 0
  held.isHeld = true
  const press = (slot: number) => {
    const event = { event: 'click', component: 0, slot, seq: ++tab.seq, data: {} } as const
    session.receive({ type: 'event', frame: session.screen.frame, ...event })
  }
  press(ADD)
  await rest()
  return { held, stage, session, tab, press, counter: session.tree.root.component as Counter }
}

const textsOf = (frames: ReturnType<Tab['frames']>) =>
  frames.flatMap(({ ops }) => ops.flatMap((op) => (op.op === 'setText' ? [op.text] : [])))
const acknowledgedOf = (frames: ReturnType<Tab['frames']>) =>
  frames.flatMap(({ acknowledged }) => acknowledged ?? [])

test('presses that come while the store is slow are stored in one write', {
  tags: ['A13'],
}, async () => {
  const { held, session, tab, press } = await busy()
  for (let count = 2; count <= 10; count++) press(ADD)
  await rest()
  expect(held.changes.map(({ seq }) => seq)).toEqual([1])
  expect(tab.sent).toEqual([])
  await held.pass()
  expect(held.changes.map(({ seq }) => seq)).toEqual([1, 10])
  const first = tab.frames()
  expect(acknowledgedOf(first)).toEqual([1])
  expect(textsOf(first)).toEqual(['1'])
  await held.free()
  await session.settled()
  const second = tab.frames()
  expect(acknowledgedOf(second)).toEqual([10])
  expect(textsOf(second)).toEqual(['10'])
})

test('a press that fails among them undoes itself alone, its messages too', {
  tags: ['A13', 'A10'],
}, async () => {
  const { held, stage, session, tab, press } = await busy()
  const heard: unknown[] = []
  stage.around.bus.subscribe('room', (message) => heard.push(message))
  for (const slot of [SAY, FAIL, SAY, FAIL, ADD]) press(slot)
  await held.pass()
  expect(heard).toEqual([])
  expect(held.changes[1]!.publishes?.map(({ message }) => JSON.parse(message))).toHaveLength(2)
  await held.free()
  await session.settled()
  await rest()
  expect(heard).toEqual([2, 3])
  expect(textsOf(tab.frames()).at(-1)).toBe('4')
  const answers = (await held.load('tab-1'))!
  expect(answers.seq).toBe(6)
  expect(answers.publishes).toEqual([])
})

test('a handler that waits holds up no answer to a press before it', {
  tags: ['A13', 'A2'],
}, async () => {
  const { held, session, tab, press, counter } = await busy()
  for (const slot of [ADD, WAIT, ADD]) press(slot)
  await held.pass()
  // The second press is under way to the store, while the third one waits in its handler.
  expect(held.changes.map(({ seq }) => seq)).toEqual([1, 2])
  expect(counter.count).toBe(12)
  tab.frames()
  await held.pass()
  const shown = tab.frames()
  expect(acknowledgedOf(shown)).toEqual([2])
  expect(textsOf(shown)).toEqual(['2'])
  answer()
  await held.free()
  await session.settled()
  await rest()
  expect(textsOf(tab.frames()).at(-1)).toBe('23')
  expect(session.applied).toBe(4)
})

test('a handler that ends before the write that was made beside it is not in that write, nor shown with it', {
  tags: ['A13'],
}, async () => {
  const { held, session, tab, press } = await busy()
  for (const slot of [ADD, WAIT]) press(slot)
  await held.pass()
  tab.frames()
  answer()
  await rest()
  expect(held.changes.map(({ seq }) => seq)).toEqual([1, 2])
  await held.pass()
  expect(textsOf(tab.frames())).toEqual(['2'])
  expect(held.changes.map(({ seq }) => seq)).toEqual([1, 2, 3])
  await held.free()
  await session.settled()
  expect(textsOf(tab.frames())).toEqual(['22'])
})

class Closing extends Counter {
  override getTemplate() {
    return html`<b lv-click=${this.add}></b><i lv-click=${this.fail}></i><u lv-click=${this.close}></u>${this.hasChild ? mount(Child) : ''}${this.count}`
  }
}

test('a press that fails does not bring back what an earlier one of the same write has closed', {
  tags: ['A13'],
}, async () => {
  const { held, session, press } = await busy(Closing)
  for (const slot of [SAY, FAIL, ADD]) press(slot)
  await held.pass()
  await held.free()
  await session.settled()
  expect([...(await held.load('tab-1'))!.components.keys()]).toEqual(['Closing'])
  expect(session.paint()).not.toContain('child')
})

test('turns are stored one by one in a store that answers at once', { tags: ['A13'] }, async () => {
  const seqs: (number | undefined)[] = []
  const store = memoryStore()
  const { write } = store
  store.write = (id, epoch, change) => {
    seqs.push(change.seq)
    return write.call(store, id, epoch, change)
  }
  const session = await open(scene({}, store), Counter)
  const tab = await Tab.join(session)
  seqs.length = 0
  await Promise.all([tab.event(ADD), tab.event(ADD), tab.event(ADD)])
  expect(seqs).toEqual([1, 2, 3])
})

test('whatever comes in whatever order: a tab is told and shown only what the store has', {
  tags: ['A13'],
}, async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const dice = new Dice(seed)
    const { held, session, tab, press } = await busy()
    const take = () => {
      for (const frame of tab.frames()) {
        expect(frame.acknowledged ?? 0, `seed ${seed}`).toBeLessThanOrEqual(held.seq)
        for (const text of textsOf([frame])) expect(held.counts, `seed ${seed}`).toContain(text)
      }
    }
    for (let step = 0; step < 40; step++) {
      const what = dice.below(8)
      if (what < 3) press(dice.pick([ADD, FAIL, SAY, WAIT]))
      else if (what === 3) await held.pass()
      else if (what === 4) answer()
      else if (what === 5) session.receive({ type: 'ping', seq: tab.seq })
      else if (what === 6) {
        tab.waiting = tab.waiting === 0 ? Number.MAX_SAFE_INTEGER : 0
        if (tab.waiting === 0) tab.drain()
      } else await rest()
      take()
    }
    tab.drain()
    await held.free()
    while (session.applied < tab.seq) {
      answer()
      await held.pass()
    }
    await session.settled()
    take()
    expect(held.seq, `seed ${seed}`).toBe(tab.seq)
    expect(held.counts.at(-1)).toBe(`${(session.tree.root.component as Counter).count}`)
  }
})
