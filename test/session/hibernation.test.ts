/** Sessions at rest: packed while nothing happens, and afterwards as if they had never been. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { each, html, LiveComponent, mount, raw } from '../../engine/index.ts'
import type { Session } from '../../engine/session/session.ts'
import { pack, unpack } from '../../engine/template/packed.ts'
import { open, scene, Tab } from './support/tab.ts'

class Counter extends LiveComponent {
  count = 0
  #runs = 0
  get runs() {
    return this.#runs
  }
  updated() {
    this.#heard.push('updated')
  }
  #heard: string[] = []
  get hooks() {
    return this.#heard
  }
  add() {
    this.count += 1
  }
  getTemplate() {
    this.#runs++
    return html`<button lv-click=${this.add}>Clicked ${this.count} times</button>`
  }
}

/** As the server does it: two calls with nothing in between. */
function rest(session: Session) {
  session.receive({ type: 'ack', frame: session.screen.frame })
  session.hibernate()
  session.hibernate()
}

const isAsleep = (session: Session) =>
  [...session.nodes()].some(({ region }) => region.packed !== undefined)

test('a session rests once nothing has happened between two calls and the tab has everything', {
  tags: ['A16', 'hibernation'],
}, async () => {
  const session = await open(scene(), Counter)
  const tab = await Tab.join(session)
  await tab.event(2)
  session.hibernate()
  session.hibernate()
  expect(isAsleep(session)).toBe(false)
  session.receive({ type: 'ack', frame: session.screen.frame })
  session.hibernate()
  expect(isAsleep(session)).toBe(true)
})

test('a session at rest keeps no rows beside its state, and remembers them again afterwards', {
  tags: ['A16'],
}, async () => {
  class Long extends LiveComponent {
    rows = Array.from({ length: 40 }, (_, id) => ({ id, label: 'x' }))
    add() {
      this.rows[3]!.label += 'x'
    }
    getTemplate() {
      return html`<button lv-click=${this.add}>${this.rows[3]!.label}</button>`
    }
  }
  const session = await open(scene(), Long)
  const tab = await Tab.join(session)
  const { root } = session.tree
  const holds = () => root.snapshot.rows?.holds((root.component as Long).rows[3])
  for (let i = 0; i < 3; i++) await tab.event(2)
  expect(holds()).toBe(true)
  rest(session)
  expect(root.snapshot.rows).toBeUndefined()
  for (let i = 0; i < 3; i++) await tab.event(2)
  expect(holds()).toBe(true)
})

test('a click on a resting page is one op, as on any other; only the view has run once more', {
  tags: ['A16'],
}, async () => {
  const session = await open(scene(), Counter)
  const tab = await Tab.join(session)
  const counter = session.tree.root.component as Counter
  rest(session)
  expect(isAsleep(session)).toBe(true)
  const before = { runs: counter.runs, hooks: counter.hooks.length }
  expect(await tab.event(2)).toEqual([
    { repaint: false, ops: expect.anything() },
    { acknowledged: 1, repaint: false, ops: [{ op: 'setText', slot: 3, text: '1' }] },
  ])
  expect(counter.runs - before.runs).toBe(2)
  expect(counter.hooks.length - before.hooks).toBe(1)
})

interface Row {
  id: number
  label: string
}

class List extends LiveComponent {
  rows: Row[] = [
    { id: 1, label: 'warp' },
    { id: 2, label: 'weft' },
    { id: 3, label: 'Weberschiffchen ☃' },
  ]
  open = false
  connected() {
    this.subscribe<string>('label', (label) => {
      this.rows[1]!.label = label
      this.open = true
    })
  }
  remove(id: number) {
    this.rows = this.rows.filter((row) => row.id !== id)
  }
  a() {
    this.rows[0]!.label = 'a'
  }
  b() {
    this.rows[0]!.label = 'b'
  }
  getTemplate() {
    return html`<section><button lv-click=${this.open ? this.b : this.a}>x</button><ul>${each(
      this.rows,
      ({ id }) => id,
      ({ id, label }) =>
        html`<li title=${label} class=${id === 2 && 'on'}><i>${raw(`<b>${id}</b>`)}</i>${label}<a lv-click=${() => this.remove(id)}>×</a></li>`,
    )}</ul></section>`
  }
}

test('rows keep slots, keys, texts and handlers over a rest', {
  tags: ['A16', 'hibernation'],
}, async () => {
  const session = await open(scene(), List)
  const tab = await Tab.join(session)
  const before = session.tree.root.region.root
  rest(session)
  tab.frames()
  session.wake()
  expect(plain(session.tree.root.region.root)).toEqual(plain(before))
  const [frame] = await tab.event(handlersOf(session)[2]!)
  expect(frame!.ops).toEqual([{ op: 'remove', base: expect.any(Number) }])
  expect((session.tree.root.component as List).rows.map(({ id }) => id)).toEqual([1, 3])
})

test('a message to a resting session sends what it changed, and a click of before meets the handler of before', {
  tags: ['A16', 'hibernation'],
}, async () => {
  const stage = scene()
  const session = await open(stage, List)
  const tab = await Tab.join(session)
  rest(session)
  tab.frames()
  const { frame } = session.screen
  stage.around.bus.publish('label', 'wool')
  // A message travels in microtasks.
  await new Promise((resolve) => setImmediate(resolve))
  await session.settled()
  expect(tab.frames().flatMap(({ ops }) => ops)).toEqual([
    { op: 'name', number: 11, name: 'title' },
    { op: 'setAttr', slot: expect.any(Number), name: 'title', text: 'wool' },
    { op: 'setText', slot: expect.any(Number), text: 'wool' },
  ])
  await tab.event(handlersOf(session)[0]!, 'click', {}, { frame })
  expect((session.tree.root.component as List).rows[0]!.label).toBe('a')
})

let outside = 'first'
class Leaky extends LiveComponent {
  count = 0
  add() {
    this.count++
  }
  getTemplate() {
    return html`<p title=${outside}>${this.count}<button lv-click=${this.add}>${outside}</button></p>`
  }
}

test('a view that depends on more than state is sent what it shows otherwise after a rest', {
  tags: ['A16', 'hibernation'],
}, async () => {
  const session = await open(scene(), Leaky)
  const tab = await Tab.join(session)
  const [add] = handlersOf(session)
  rest(session)
  tab.frames()
  outside = 'second'
  const frames = await tab.event(add!)
  expect(frames.flatMap(({ ops }) => ops)).toEqual([
    { op: 'name', number: 11, name: 'title' },
    { op: 'setAttr', slot: 2, name: 'title', text: 'second' },
    { op: 'setText', slot: 3, text: '1' },
    { op: 'setText', slot: 5, text: 'second' },
  ])
})

class Parent extends LiveComponent {
  n = 0
  more() {
    this.n++
  }
  getTemplate() {
    return html`<div><button lv-click=${this.more}>${this.n}</button>${mount(Counter)}</div>`
  }
}

test('children rest by themselves, and a parent with children stays awake', {
  tags: ['A16'],
}, async () => {
  const session = await open(scene(), Parent)
  const tab = await Tab.join(session)
  rest(session)
  const [parent, child] = [...session.nodes()]
  expect(parent!.region.packed).toBe(undefined)
  expect(child!.region.packed).toBeTypeOf('string')
  tab.frames()
  const [frame] = await tab.event(2)
  expect(frame!.ops).toEqual([{ op: 'setText', slot: 3, text: '1' }])
})

test('a tab that has lost its page is painted whole after a rest', {
  tags: ['A10', 'A16'],
}, async () => {
  const session = await open(scene(), List)
  const tab = await Tab.join(session)
  rest(session)
  session.disconnect(tab)
  const again = await Tab.join(session, { epoch: 0, frame: 0, seq: 0 })
  const repaint = again.frames().find((frame) => frame.repaint)!
  const texts = repaint.ops.flatMap((op) => (op.op === 'insert' ? op.strings : []))
  expect(texts).toContain('Weberschiffchen ☃')
})

test('what is packed comes out again: structure, slots, keys', { tags: ['A16'] }, async () => {
  const key = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.toWellFormed())
  const lists = fc.uniqueArray(key, { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(lists, { maxLength: 4 }), async (groups) => {
      class Groups extends LiveComponent {
        getTemplate() {
          return html`<div>${groups.map(
            (keys) =>
              html`<ul>${each(
                keys,
                (one) => one,
                (one) => html`<li lv-click=${() => {}}>${one}</li>`,
              )}</ul>`,
          )}</div>`
        }
      }
      const { root } = (await open(scene(), Groups)).tree.root.region
      expect(structure(unpack(pack(root)!))).toEqual(structure(root))
    }),
    { numRuns: 40 },
  )
})

/** Slot numbers of all handlers in the page, in order. */
function handlersOf(session: Session): number[] {
  return [...session.nodes()].flatMap(({ region }) => slotsIn(region.root))
}

type Any = Record<string, unknown>

function slotsIn(childSlot: unknown): number[] {
  const rows = ((childSlot as Any)?.rows ?? []) as {
    base: number
    template: { slots: { kind: string }[] }
    shown: unknown[]
  }[]
  return rows.flatMap(({ base, template, shown }) =>
    template.slots.flatMap(({ kind }, i) =>
      kind === 'handler' ? [base + 1 + i] : slotsIn(shown[i]),
    ),
  )
}

const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, inner) =>
      ['source', 'template', 'since'].includes(name) ? undefined : inner,
    ),
  )

/** The same without texts. */
const structure = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, inner) => {
      if (['source', 'template', 'since'].includes(name)) return undefined
      return name === 'shown'
        ? (inner as unknown[]).filter((one) => typeof one === 'object' && one !== null)
        : inner
    }),
  )
