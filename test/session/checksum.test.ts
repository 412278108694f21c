/** State hashes: when a frame carries one, and what it adds up. */
import { expect, test } from 'vitest'
import { each, html, LiveComponent, mount, stream } from '../../engine/index.ts'
import { textHash, weigh } from '../../engine/protocol/hash.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

class Shelf extends LiveComponent {
  count = 0
  rows: number[] = []
  add() {
    this.rows.push(++this.count)
  }
  drop() {
    this.rows.shift()
  }
  getTemplate() {
    return html`<button lv-click=${this.add}>never told</button><i lv-click=${this.drop}>${this.count}</i><ul title="n ${this.count}">${each(this.rows, String, (n) => html`<li class="a ${n}">row ${n}</li>`)}</ul>`
  }
}

const ADD = 2
const DROP = 3
const COUNT = 4
const TITLE = 5

const sumOf = (texts: Record<number, string>) => {
  let sum = 0
  for (const [slot, text] of Object.entries(texts)) sum += weigh(Number(slot), textHash(text))
  return weigh(0, sum) >>> 0
}

test('every 64th frame says what the tab’s slots add up to: those that frames have told', {
  tags: ['A6'],
}, async () => {
  const session = await open(scene(), Shelf)
  const tab = await Tab.join(session)
  for (let n = 1; n < 63; n++) await tab.event(n % 2 === 1 ? ADD : DROP)
  tab.frames()
  // The welcome was frame 1.
  expect(session.screen.frame).toBe(63)
  const [due] = await tab.event(ADD)
  const insert = due!.ops.find((op) => op.op === 'insert')
  const row = insert?.op === 'insert' ? insert.base : 0
  expect(due!.hash).toBe(sumOf({ [COUNT]: '32', [TITLE]: 'n 32', [row + 2]: '32' }))
  expect((await tab.event(DROP))[0]!.hash).toBe(undefined)
})

test('an answer to a ping proves what was told since the last proof, once', {
  tags: ['A6'],
}, async () => {
  const session = await open(scene(), Shelf)
  const tab = await Tab.join(session)
  const ping = () => {
    session.receive({ type: 'ping' })
    return Buffer.from(tab.sent.splice(0)[0]!).toString('hex')
  }
  tab.frames()
  expect(ping()).toBe('0002')
  await tab.event(ADD)
  expect(ping()).toMatch(/^0404[\da-f]{8}$/)
  expect(ping()).toBe('0006')
})

test('after a repaint everything counts, and the repaint itself can be proved', {
  tags: ['A6'],
}, async () => {
  const session = await open(scene({ hashEvery: 1 }), Shelf)
  await Tab.join(session)
  const tab = await Tab.join(session, { epoch: 0 })
  const [welcome, painted] = tab.frames()
  expect(welcome!.hash).toBe(undefined)
  expect(painted!.hash).toBe(sumOf({ [COUNT]: '0', [TITLE]: 'n 0' }))
})

test('a page whose component has left before its first paint changes nothing for the next visitor', {
  tags: ['A6'],
}, async () => {
  class Line extends LiveComponent<{ text: string }> {
    getTemplate() {
      return html`<p>${this.props.text}</p>`
    }
  }
  class Pair extends LiveComponent<{ leaves: boolean }> {
    shows = true
    count = 0
    async start() {
      this.shows = !this.props.leaves
    }
    add() {
      this.count++
    }
    getTemplate() {
      const first = this.shows || this.count > 0 ? mount(Line, { key: 'a', text: 'first' }) : ''
      return html`<button lv-click=${this.add}>${this.count}</button>${first}${mount(Line, { key: 'b', text: 'second' })}`
    }
    placeholder() {
      return html`<button>…</button>${mount(Line, { key: 'a', text: 'first' })}${mount(Line, { key: 'b', text: 'second' })}`
    }
  }
  const proof = async (leaves: boolean) => {
    const session = await open(scene({ hashEvery: 1 }), Pair, { props: { leaves } })
    const tab = await Tab.join(session)
    tab.frames()
    return (await tab.event(2))[0]!.hash
  }
  const before = await proof(false)
  await proof(true)
  expect(await proof(false)).toBe(before)
})

test('where a stream’s rows are forgotten nothing is proved', { tags: ['A6'] }, async () => {
  class Feed extends LiveComponent {
    rows = stream((n: number) => n, { refill: (keys) => keys })
    add() {
      this.rows.append(this.rows.size)
    }
    getTemplate() {
      return html`<button lv-click=${this.add}></button>${each(this.rows, (n) => html`<p>${n}</p>`)}`
    }
  }
  const session = await open(scene({ hashEvery: 1 }), Feed)
  const tab = await Tab.join(session)
  tab.frames()
  const [frame] = await tab.event(2)
  expect(frame!.ops.map(({ op }) => op)).toContain('insert')
  expect(frame!.hash).toBe(undefined)
})

test('before a session rests it proves what was told since the last proof', {
  tags: ['A6', 'A16'],
}, async () => {
  const session = await open(scene(), Shelf)
  const tab = await Tab.join(session)
  await tab.event(ADD)
  await tab.event(DROP)
  tab.frames()
  session.receive({ type: 'ack', frame: session.screen.frame })
  for (let i = 0; i < 3; i++) session.hibernate()
  expect(tab.frames()).toEqual([
    { repaint: false, ops: [], hash: sumOf({ [COUNT]: '1', [TITLE]: 'n 1' }) },
  ])
  expect(session.tree.root.region.packed).toBeTypeOf('string')
})

test('what a resting tab has lost is said again', { tags: ['A8', 'A16'] }, async () => {
  const session = await open(scene(), Shelf)
  const tab = await Tab.join(session)
  await tab.event(ADD)
  session.receive({ type: 'ack', frame: session.screen.frame })
  session.hibernate()
  session.hibernate()
  expect(session.tree.root.region.packed).toBeTypeOf('string')
  tab.frames()
  session.receive({ type: 'ping' })
  await session.settled()
  const [, question] = tab.frames()
  const [read] = question!.ops
  expect(read).toMatchObject({ op: 'read', kind: 'audit' })
  session.receive({ type: 'reply', id: (read as { id: number }).id, data: { value: [[0, COUNT]] } })
  await new Promise((resolve) => setTimeout(resolve))
  expect(tab.frames().flatMap(({ ops }) => ops)).toContainEqual({
    op: 'setText',
    slot: COUNT,
    text: '1',
  })
})
