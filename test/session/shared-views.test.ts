/** Fan-out: a view that is shared runs once for all viewers of equal state, and each of them has a page of their own. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import {
  each,
  html,
  type List,
  LiveComponent,
  type LiveEvent,
  mount,
  provided,
} from '../../engine/index.ts'
import type { Frame } from '../../engine/protocol/ops.ts'
import type { Session } from '../../engine/session/session.ts'
import type { SharedRun } from '../../engine/template/shared-run.ts'
import { open, type Scene, scene, Tab } from '../support/tabs/session-tab.ts'

interface Line {
  id: number
  text: string
}

/** A class of its own for each test: what is kept of a class outlives its sessions. */
function boardClass() {
  return class Board extends LiveComponent {
    static sharedView = true
    static runs = 0
    lines: Line[] = ['warp', 'weft'].map((text, i) => ({ id: i + 1, text }))
    open = true
    draft = ''
    connected() {
      this.subscribe<string>('lines', (text) => {
        this.lines.push({ id: this.lines.length + 1, text })
      })
    }
    close() {
      this.open = false
      this.lines[0]!.text += ' closed'
    }
    reopen() {
      this.open = true
      this.lines[0]!.text += ' open'
    }
    remove({ dataset }: LiveEvent) {
      this.lines = this.lines.filter(({ id }) => id !== Number(dataset.id))
    }
    type() {
      this.draft = ''
    }
    fail() {
      this.lines = []
      throw new Error('not this one')
    }
    getTemplate() {
      Board.runs++
      return html`<section><button lv-click=${this.open ? this.close : this.reopen}>${this.open ? 'Close' : 'Open'}</button><input value=${this.draft} lv-input=${this.type}><b lv-click=${this.fail}>${this.lines.length}</b>${each(
        this.lines,
        ({ id }) => id,
        ({ id, text }) => html`<p data-id=${id} lv-click=${this.remove}>${text}</p>`,
      )}</section>`
    }
  }
}

type BoardClass = ReturnType<typeof boardClass>

// Slots of the board: its handlers, and those of its first row.
const TOGGLE = 2
const FIELD = 5
const FAIL = 6
const ROW = 11

/** As in production: nothing is checked by a second run. */
function stageOf(): Scene {
  const stage = scene()
  stage.around.debug = false
  return stage
}

interface Viewer {
  session: Session
  tab: Tab
  board: InstanceType<BoardClass>
}

async function viewerOf(stage: Scene, Board: BoardClass, id: string): Promise<Viewer> {
  const session = await open(stage, Board, { id })
  const tab = await Tab.join(session)
  await session.settled()
  tab.frames()
  return { session, tab, board: session.tree.root.component as InstanceType<BoardClass> }
}

async function crowd(stage: Scene, Board: BoardClass, count: number): Promise<Viewer[]> {
  const viewers: Viewer[] = []
  for (let i = 0; i < count; i++) viewers.push(await viewerOf(stage, Board, `viewer-${i}`))
  return viewers
}

async function say(stage: Scene, viewers: readonly Viewer[], text: string) {
  stage.around.bus.publish('lines', text)
  await Promise.resolve()
  for (const { session } of viewers) await session.settled()
}

const opsOf = (frames: readonly Pick<Frame, 'ops'>[]) =>
  frames.flatMap(({ ops }) => ops).filter(({ op }) => op !== 'template' && op !== 'name')

const texts = ({ board }: Viewer) => board.lines.map(({ text }) => text)

test('a message to fifty viewers of equal state runs their view once, and each gets the frame', {
  tags: ['A16', 'fan-out'],
}, async () => {
  const stage = stageOf()
  const Board = boardClass()
  const viewers = await crowd(stage, Board, 50)
  // The first paints came from one run as well.
  expect(Board.runs).toBe(1)
  await say(stage, viewers, 'heddle')
  expect(Board.runs).toBe(2)
  for (const { tab } of viewers) {
    expect(opsOf(tab.frames())).toEqual([
      { op: 'setText', slot: 7, text: '3' },
      {
        op: 'insert',
        list: 8,
        tpl: expect.any(Number),
        base: 17,
        before: 0,
        key: '3',
        strings: ['3', 'heddle'],
      },
    ])
  }
  expect(stage.faults).toEqual([])
})

test('viewers of a shared view whose state differs are shown their own', {
  tags: ['A16'],
}, async () => {
  const stage = stageOf()
  const Board = boardClass()
  const [first, second, third] = (await crowd(stage, Board, 3)) as [Viewer, Viewer, Viewer]
  await second.tab.event(TOGGLE)
  const before = Board.runs
  await say(stage, [first, second, third], 'heddle')
  // One for the first and the third, one for the second.
  expect(Board.runs - before).toBe(2)
  second.session.turn(second.session.tree.root, 'timer', () => {
    second.board.lines[2]!.text = 'reed'
  })
  await second.session.settled()
  expect(opsOf(second.tab.frames()).at(-1)).toEqual({ op: 'setText', slot: 20, text: 'reed' })
  expect(opsOf(first.tab.frames())).toEqual(opsOf(third.tab.frames()))
})

test('a handler of a shared view acts for the viewer who calls it, and for nobody else', {
  tags: ['A16', 'fan-out-handlers'],
}, async () => {
  const stage = stageOf()
  const Board = boardClass()
  const viewers = await crowd(stage, Board, 3)
  const [first, second, third] = viewers as [Viewer, Viewer, Viewer]
  const answer = await second.tab.event(ROW, 'click', { dataset: { id: '1' } })
  expect(opsOf(answer)).toEqual([
    { op: 'setText', slot: 7, text: '1' },
    { op: 'remove', base: 9 },
  ])
  expect(viewers.map(texts)).toEqual([['warp', 'weft'], ['weft'], ['warp', 'weft']])
  await first.tab.event(TOGGLE)
  await third.tab.event(TOGGLE)
  expect(viewers.map(texts)).toEqual([['warp closed', 'weft'], ['weft'], ['warp closed', 'weft']])
  expect(second.tab.frames()).toEqual([])
  expect(second.session.tree.root.snapshot.text).toContain('weft')
  expect(first.session.applied).toBe(1)
})

test('what a handler of a shared view throws is taken back and told where it was called', {
  tags: ['A16'],
}, async () => {
  const stage = stageOf()
  const Board = boardClass()
  const [first, second] = (await crowd(stage, Board, 2)) as [Viewer, Viewer]
  const answer = await second.tab.event(FAIL)
  expect(opsOf(answer)).toEqual([
    expect.objectContaining({ op: 'signal', kind: 'error' }),
    { op: 'signal', kind: 'answer', value: { seq: 1, outcome: 'failed' } },
  ])
  expect(first.tab.frames()).toEqual([])
  expect(texts(second)).toEqual(['warp', 'weft'])
  expect(stage.faults).toMatchObject([{ component: 'Board', handler: 'fail' }])
})

test('an event for an older frame of a shared view finds the method that its tab was shown', {
  tags: ['A16', 'fan-out-handlers'],
}, async () => {
  const stage = stageOf()
  const Board = boardClass()
  const viewers = await crowd(stage, Board, 2)
  const [first, second] = viewers as [Viewer, Viewer]
  const old = second.session.screen.frame
  // Both see `reopen` now; the second one's tab has not said that it does.
  await first.tab.event(TOGGLE)
  await second.tab.event(TOGGLE)
  expect(second.board.open).toBe(false)
  await second.tab.event(TOGGLE, 'click', {}, { frame: old })
  expect(texts(second)[0]).toBe('warp closed closed')
  await second.tab.event(TOGGLE)
  expect(texts(second)[0]).toBe('warp closed closed open')
  expect(texts(first)[0]).toBe('warp closed')
  expect(stage.faults).toEqual([])
  // What a tab saw before is noted in its own copy.
  expect(first.session.tree.root.rendering.view).toMatchObject({ since: -1, previous: undefined })
})

test('what was typed into a shared view is set right again when the state says otherwise', {
  tags: ['A16'],
}, async () => {
  const stage = stageOf()
  const [first, second] = (await crowd(stage, boardClass(), 2)) as [Viewer, Viewer]
  const answer = await second.tab.event(FIELD, 'input', { value: 'abc' })
  expect(opsOf(answer)).toEqual([{ op: 'setProp', slot: 4, name: 'value', value: '' }])
  expect(opsOf(await first.tab.event(TOGGLE)).map(({ op }) => op)).toEqual(['setText', 'setText'])
})

test('what was typed into a row of a shared view is set right too, and the rows beside it are passed over', {
  tags: ['A16'],
}, async () => {
  class Fields extends LiveComponent {
    static sharedView = true
    names = ['a', 'b']
    type() {}
    getTemplate() {
      return html`<form>${each(
        this.names,
        (name) => name,
        (name) => html`<input value=${name} lv-input=${this.type}>`,
      )}</form>`
    }
  }
  const session = await open(stageOf(), Fields)
  const tab = await Tab.join(session)
  tab.frames()
  const shown = () => (session.tree.root.rendering.view as SharedRun).values[0] as List
  const rows = shown().rows
  const answer = await tab.event(8, 'input', { value: 'x' })
  expect(opsOf(answer)).toEqual([{ op: 'setProp', slot: 7, name: 'value', value: 'b' }])
  ;(session.tree.root.component as Fields).names.push('c')
  await tab.event(5, 'input', { value: 'a' })
  expect(shown().rows.map((row, i) => row === rows[i])).toEqual([true, true, false])
})

test('a shared view that shows more than its state is compared by hashes after a rest, as any other', {
  tags: ['A16'],
}, async () => {
  let season = 'spring'
  class Calendar extends LiveComponent {
    static sharedView = true
    page = 0
    rotate() {
      this.page++
    }
    stay() {}
    getTemplate() {
      return html`<b lv-click=${this.rotate} lv-input=${this.stay}>${season}</b>`
    }
  }
  const stage = stageOf()
  const session = await open(stage, Calendar, { id: 'a' })
  const tab = await Tab.join(session)
  session.receive({ type: 'ack', frame: session.screen.frame })
  session.hibernate()
  session.hibernate()
  season = 'summer'
  const other = await Tab.join(await open(stage, Calendar, { id: 'b' }))
  for (let i = 0; i < 8; i++) await other.event(2)
  tab.frames()
  expect(opsOf(await tab.event(3, 'input'))).toEqual([{ op: 'setText', slot: 4, text: 'summer' }])
})

test('a viewer of a shared view rests, wakes and is taken over as any other', {
  tags: ['A16'],
}, async () => {
  const stage = stageOf()
  const Board = boardClass()
  const viewers = await crowd(stage, Board, 2)
  const [first, second] = viewers as [Viewer, Viewer]
  await say(stage, viewers, 'heddle')
  for (const { session } of viewers) {
    session.receive({ type: 'ack', frame: session.screen.frame })
    session.hibernate()
    session.hibernate()
    expect(session.tree.root.region.packed).toBeDefined()
  }
  second.tab.frames()
  const before = Board.runs
  await say(stage, viewers, 'reed')
  // Awake again by what is kept, one run for the new state.
  expect(Board.runs - before).toBe(1)
  expect(opsOf(second.tab.frames()).map(({ op }) => op)).toEqual(['setText', 'insert'])
  await second.tab.event(ROW, 'click', { dataset: { id: '2' } })
  expect(texts(second)).toEqual(['warp', 'heddle', 'reed'])
  expect(texts(first)).toEqual(['warp', 'weft', 'heddle', 'reed'])

  const again = await open(stage, Board, { id: 'viewer-1' })
  const tab = await Tab.join(again, { epoch: 1, frame: 9, seq: 1 })
  expect(again.paint()).toContain('heddle')
  await tab.event(TOGGLE)
  expect((again.tree.root.component as InstanceType<BoardClass>).open).toBe(false)
  expect(first.board.open).toBe(true)
})

test('a commit in the middle of a handler shows the state of that moment', {
  tags: ['A16'],
}, async () => {
  class Steps extends LiveComponent {
    static sharedView = true
    step = 0
    async go() {
      this.step = 1
      this.commit()
      await Promise.resolve()
      this.step = 2
    }
    getTemplate() {
      return html`<button lv-click=${this.go}>${this.step}</button>`
    }
  }
  const stage = stageOf()
  for (const id of ['a', 'b']) {
    const tab = await Tab.join(await open(stage, Steps, { id }))
    tab.frames()
    const frames = await tab.event(2)
    expect(opsOf(frames)).toEqual([
      { op: 'setText', slot: 3, text: '1' },
      { op: 'setText', slot: 3, text: '2' },
    ])
  }
})

test('a data object in a property is shown as it was when its view ran', {
  tags: ['A16'],
}, async () => {
  class Chart extends LiveComponent {
    static sharedView = true
    points = [1]
    add() {
      this.points.push(this.points.length + 1)
    }
    getTemplate() {
      return html`<x-chart .points=${this.points} lv-click=${this.add}></x-chart>`
    }
  }
  const stage = stageOf()
  const first = await open(stage, Chart, { id: 'a' })
  const tab = await Tab.join(first)
  await tab.event(3)
  await tab.event(3)
  const second = await Tab.join(await open(stage, Chart, { id: 'b' }))
  expect(opsOf(second.frames())).toContainEqual({
    op: 'setProp',
    slot: 2,
    name: 'points',
    value: [1],
  })
})

test('what is kept of a shared view holds no session', {
  tags: ['A16', 'fan-out-handlers'],
}, async () => {
  const stage = stageOf()
  const Board = boardClass()
  const gone = await (async () => {
    const [viewer] = await crowd(stage, Board, 1)
    await viewer!.tab.event(TOGGLE)
    await viewer!.tab.event(ROW, 'click', { dataset: { id: '1' } })
    await viewer!.session.end()
    return [new WeakRef<object>(viewer!.session), new WeakRef(viewer!.board)]
  })()
  expect(await isFreed(gone)).toBe(true)
  const before = Board.runs
  await viewerOf(stage, Board, 'later')
  expect(Board.runs).toBe(before)
})

test('what is kept of a shared view holds no object that was given from above', {
  tags: ['A16'],
}, async () => {
  const Shop = provided<object>('shop', {})
  class Deep extends LiveComponent {
    static sharedView = true
    getTemplate() {
      return html`<i>${Object.keys(this.inject(Shop)).length}</i>`
    }
  }
  class Page extends LiveComponent {
    readonly #shop = { rows: [1, 2] }
    getTemplate() {
      this.provide(Shop, this.#shop)
      return html`${mount(Deep)}`
    }
    get shop() {
      return this.#shop
    }
  }
  const gone = await (async () => {
    const session = await open(stageOf(), Page)
    await session.end()
    return [new WeakRef((session.tree.root.component as Page).shop)]
  })()
  expect(await isFreed(gone)).toBe(true)
})

async function isFreed(gone: readonly WeakRef<object>[]): Promise<boolean> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let i = 0; i < 20 && gone.some((one) => one.deref()); i++) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    collect()
  }
  return gone.every((one) => one.deref() === undefined)
}

test('of a shared view no more than eight runs are kept', { tags: ['A16'] }, async () => {
  const stage = stageOf()
  const Board = boardClass()
  const [viewer] = await crowd(stage, Board, 1)
  for (let i = 0; i < 8; i++) await say(stage, [viewer!], `line ${i}`)
  expect(Board.runs).toBe(9)
  // The first of them has gone by now, and is run anew.
  await viewerOf(stage, Board, 'later')
  expect(Board.runs).toBe(10)
})

test('of a large shared view nothing is kept', { tags: ['A16'] }, async () => {
  let runs = 0
  class Book extends LiveComponent {
    static sharedView = true
    text = 'x'.repeat(300_000)
    getTemplate() {
      runs++
      return html`<p>${this.text}</p>`
    }
  }
  const stage = stageOf()
  await open(stage, Book, { id: 'a' })
  await open(stage, Book, { id: 'b' })
  expect(runs).toBe(2)
})
