/** Streams within a session: what it holds of ten thousand rows, slow tabs, repaints by the same process. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { each, html, LiveComponent, stream } from '../../engine/index.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

const ROWS = 10_000
const KILOBYTE = 1024

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
// What a first collection only finds unreachable, a second one frees.
const heap = () => {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

interface Row {
  id: number
  text: string
}

// Made anew each time, so that nothing else holds on to the text.
const row = (id: number): Row => ({ id, text: String(id).padEnd(KILOBYTE, '.') })

class Long extends LiveComponent {
  rows = stream((one: Row) => one.id, { refill: (ids) => ids.map(row) })
  opened = -1
  fill() {
    for (let id = 0; id < ROWS; id += 1000) {
      this.rows.append(...Array.from({ length: 1000 }, (_, i) => row(id + i)))
    }
  }
  more() {
    this.rows.append(row(this.rows.size))
  }
  getTemplate() {
    return html`<button lv-click=${this.fill} lv-keydown=${this.more}></button><p>${this.opened}</p><ol>${each(
      this.rows,
      (one) =>
        html`<li lv-click=${() => {
          this.opened = one.id
        }}>${one.text}</li>`,
    )}</ol>`
  }
}

const FILL = 2
const MORE = 3

const texts = (tab: Tab) =>
  tab
    .frames()
    .flatMap(({ ops }) => ops)
    .flatMap((op) => (op.op === 'insert' ? op.strings.map((text) => text.replaceAll('.', '')) : []))

test('ten thousand rows of a kilobyte cost a session less than 400 bytes each once they are sent', {
  tags: ['A16', 'list-memory'],
}, async () => {
  const session = await open(scene(), Long)
  const tab = await Tab.join(session)
  const before = heap()
  await tab.event(FILL)
  await tab.event(MORE, 'keydown')
  tab.frames()
  const bytes = (heap() - before) / ROWS
  console.log(`a row of a stream: ${Math.round(bytes)} B of ${KILOBYTE}`)
  expect(bytes).toBeLessThan(400)
  // And it is not gone: the first row's handler asks for it.
  await tab.event(7)
  expect((session.tree.root.component as Long).opened).toBe(0)
  expect((session.tree.root.component as Long).rows.size).toBe(ROWS + 1)
})

test('a slow tab gets the newest rows in one frame, each once', { tags: ['A16'] }, async () => {
  const session = await open(scene({ backlog: 10 }), Long)
  const tab = await Tab.join(session)
  tab.frames()
  tab.waiting = 1000
  for (let i = 0; i < 3; i++) await tab.event(MORE, 'keydown')
  expect(tab.frames()).toEqual([])
  tab.drain()
  await session.settled()
  expect(texts(tab)).toEqual(['0', '1', '2'])
  await tab.event(MORE, 'keydown')
  expect(session.applied).toBe(4)
})

test('a tab that missed a frame is painted anew by the same process, with rows that were forgotten', {
  tags: ['A10'],
}, async () => {
  const session = await open(scene(), Long)
  const tab = await Tab.join(session)
  for (let i = 0; i < 3; i++) await tab.event(MORE, 'keydown')
  session.disconnect(tab)
  const again = await Tab.join(session, { frame: 1, seq: 3 })
  expect(texts(again).filter((text) => /^[012]$/.test(text))).toEqual(['0', '1', '2'])
  await again.event(MORE, 'keydown')
  expect(again.closed).toBeUndefined()
})

test('when a refill fails, the tab is painted without those rows, and they come with the next commit', {
  tags: ['A10'],
}, async () => {
  let fails = false
  class Fragile extends LiveComponent {
    rows = stream((one: Row) => one.id, {
      refill: async (ids) => {
        if (fails) throw new Error('no database')
        return ids.map(row)
      },
    })
    add() {
      this.rows.append(row(this.rows.size))
    }
    getTemplate() {
      return html`<button lv-click=${this.add}></button><ol>${each(
        this.rows,
        (one) => html`<li>${one.text}</li>`,
      )}</ol>`
    }
  }
  const stage = scene()
  const session = await open(stage, Fragile)
  const tab = await Tab.join(session)
  await tab.event(2)
  session.disconnect(tab)
  fails = true
  const again = await Tab.join(session, { frame: 1, seq: 1 })
  expect([texts(again).includes('0'), stage.faults.map(({ during }) => during)]).toEqual([
    false,
    ['refill'],
  ])
  fails = false
  await again.event(2)
  await new Promise((resolve) => setImmediate(resolve))
  await session.settled()
  await again.event(2)
  expect([...new Set([...texts(again), '0'])]).toEqual(['0'])
  expect(session.paint().match(/<li/g)?.length).toBe(3)
})
