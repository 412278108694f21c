/** What a session asks its tab in silence, and what it says again. */
import { expect, test } from 'vitest'
import { each, html, LiveComponent, mount } from '../../engine/index.ts'
import type { Json } from '../../engine/protocol/ops.ts'
import type { Session } from '../../engine/session/session.ts'
import { open, scene, Tab } from '../support/tabs/session-tab.ts'

class Inner extends LiveComponent {
  getTemplate() {
    return html`<b>${'inner'}</b>`
  }
}

class Shelf extends LiveComponent {
  count = 0
  more() {
    this.count++
  }
  getTemplate() {
    return html`<button lv-click=${this.more}>${this.count}</button><p title="n ${this.count}"></p>${each(['a', 'b'], String, (key) => html`<li>${key}${mount(Inner, { key })}</li>`)}`
  }
}

const MORE = 2
const COUNT = 3
const TITLE = 4

async function start() {
  const stage = scene()
  const session = await open(stage, Shelf)
  const tab = await Tab.join(session)
  tab.frames()
  return { stage, session, tab }
}

const ping = (session: Session, tab: Tab) => {
  session.receive({ type: 'ping' })
  return tab.frames()
}

async function answer(session: Session, tab: Tab, id: number, value: Json) {
  session.receive({ type: 'reply', id, data: { value } })
  await session.settled()
  await Promise.resolve()
  return tab.frames().flatMap(({ ops }) => ops)
}

const QUESTION = { op: 'read', kind: 'audit', id: 1, target: '', name: '' }

test('a tab that was told something is asked at its first ping, and once a minute at most', {
  tags: ['A10'],
}, async () => {
  const { stage, session, tab } = await start()
  expect(ping(session, tab).flatMap(({ ops }) => ops)).toEqual([])
  await tab.event(MORE)
  expect(ping(session, tab).map(({ ops }) => ops)).toEqual([[], [QUESTION]])
  expect(ping(session, tab).map(({ ops }) => ops)).toEqual([[]])
  await stage.clock.advance(60_000)
  expect(ping(session, tab).map(({ ops }) => ops)).toEqual([[], [{ ...QUESTION, id: 2 }]])
})

test('what the tab has lost is said again: a text, an attribute, a row with the component in it', {
  tags: ['A10'],
}, async () => {
  const { session, tab } = await start()
  await tab.event(MORE)
  ping(session, tab)
  const row = 5 + 1
  const ops = await answer(session, tab, 1, [
    [0, COUNT],
    [0, TITLE],
    [0, row],
  ])
  expect(ops.filter(({ op }) => op !== 'template' && op !== 'name')).toEqual([
    { op: 'component', id: 0 },
    { op: 'setText', slot: COUNT, text: '1' },
    { op: 'component', id: 0 },
    { op: 'setAttr', slot: TITLE, name: 'title', text: 'n 1' },
    { op: 'component', id: 0 },
    { op: 'remove', base: row },
    expect.objectContaining({ op: 'insert', base: row, before: row + 3, key: 'a' }),
    expect.objectContaining({ op: 'mount', id: 1 }),
    { op: 'component', id: 1 },
    expect.objectContaining({ op: 'insert', list: 0, strings: ['inner'] }),
    { op: 'component', id: 0 },
  ])
})

test('an answer that makes no sense says nothing again', { tags: ['A17'] }, async () => {
  for (const value of [
    null,
    7,
    'x',
    [[0]],
    [[0, 'a']],
    [[9, 1]],
    [[0, 99]],
    [[0, MORE]],
    [[0, -1]],
  ]) {
    const { session, tab } = await start()
    await tab.event(MORE)
    ping(session, tab)
    const ops = await answer(session, tab, 1, value as Json)
    expect(ops.filter(({ op }) => op !== 'component')).toEqual([])
  }
})
