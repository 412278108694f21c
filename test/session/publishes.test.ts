/** Messages of a turn leave with its state: a process killed between the two loses neither, and what was sent is not sent again. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { html, LiveComponent } from '../../engine/index.ts'
import { fileStore } from '../../engine/state/file-store.ts'
import { memoryStore } from '../../engine/state/memory-store.ts'
import type { SessionChange, StateStore } from '../../engine/state/store.ts'
import { FailingStore } from '../server/support/failing-store.ts'
import { recordIn } from '../support/slow-store.ts'
import { open, scene, Tab } from './support/tab.ts'

class Sender extends LiveComponent {
  count = 0
  say() {
    this.count++
    this.publish('room:7', { said: this.count, at: new Date(0) })
    this.publish('room:8', 'short')
  }
  fail() {
    this.publish('room:7', 'never')
    throw new Error('no')
  }
  rest() {
    this.count++
  }
  getTemplate() {
    return html`<b lv-click=${this.say}></b><i lv-click=${this.rest}></i><u lv-click=${this.fail}></u>${this.count}`
  }
}

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'telar-publishes-'))
  folders.push(made)
  return made
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true })
})

/** The slots of the handlers, in document order. */
const SAY = 2
const REST = 3
const FAIL = 4

/** A stage whose messages are noted. */
function listening(store: StateStore) {
  const stage = scene({}, store)
  const heard: unknown[] = []
  stage.around.bus.subscribe('room:*', (message, topic) => heard.push([topic, message]))
  const delivered = () => new Promise((resolve) => setTimeout(resolve, 0))
  return { stage, heard, delivered }
}

/** Notes each change, as it was written. */
function watched(store: StateStore, changes: SessionChange[], written = () => {}): StateStore {
  const { write } = store
  store.write = (id, epoch, change) => {
    changes.push(structuredClone(change))
    const result = write.call(store, id, epoch, change)
    written()
    return result
  }
  return store
}

const publishesOf = (changes: readonly SessionChange[]) =>
  changes.map(({ publishes }) => publishes?.map(({ topic }) => topic))

test('what a turn publishes is in the change of its state, and let go once it is sent', {
  tags: ['A10', 'A13'],
}, async () => {
  const changes: SessionChange[] = []
  const { stage, heard, delivered } = listening(watched(fileStore(folder()), changes))
  const session = await open(stage, Sender)
  const tab = await Tab.join(session)
  changes.length = 0
  await tab.event(SAY)
  expect(publishesOf(changes)).toEqual([['room:7', 'room:8'], []])
  expect(changes[0]!.seq).toBe(1)
  await tab.event(FAIL)
  await tab.event(REST)
  expect(publishesOf(changes).slice(2)).toEqual([undefined, undefined])
  await delivered()
  expect(heard).toEqual([
    ['room:7', { said: 1, at: new Date(0) }],
    ['room:8', 'short'],
  ])
})

test('a process killed between the store and the bus: whoever takes the session up sends the messages, once', {
  tags: ['A10', 'A13'],
}, async () => {
  const [disk, killed] = [folder(), folder()]
  const changes: SessionChange[] = []
  // What stands on the disk in that moment is all that a killed process leaves.
  const store = watched(fileStore(disk), changes, () => {
    if (changes.at(-1)?.publishes?.length) cpSync(disk, killed, { recursive: true })
  })
  const first = listening(store)
  const tab = await Tab.join(await open(first.stage, Sender))
  await tab.event(SAY)

  for (const time of ['first', 'second']) {
    const { stage, heard, delivered } = listening(fileStore(killed))
    const session = await open(stage, Sender)
    await session.settled()
    await delivered()
    expect((session.tree.root.component as Sender).count).toBe(1)
    const all = [
      ['room:7', { said: 1, at: new Date(0) }],
      ['room:8', 'short'],
    ]
    expect(heard, `the ${time} time`).toEqual(time === 'first' ? all : [])
  }
})

test('over a store that fails and is slow a message leaves once, when its state is kept', {
  tags: ['A10', 'A13'],
}, async () => {
  const store = new FailingStore(memoryStore())
  const { stage, heard, delivered } = listening(store)
  const session = await open(stage, Sender)
  const tab = await Tab.join(session)
  store.isLate = true
  store.fail(new Error('full'), 'write')
  const pressed = tab.event(SAY)
  await delivered()
  await delivered()
  expect(heard).toEqual([])
  store.mend()
  await pressed
  await session.settled()
  await delivered()
  expect(heard).toHaveLength(2)
  expect((await recordIn(store, 'tab-1'))?.publishes).toEqual([])
})

test('a store that outlives nothing is not asked to keep messages', {
  tags: ['A10'],
}, async () => {
  const changes: SessionChange[] = []
  const { stage, heard, delivered } = listening(watched(memoryStore(), changes))
  const tab = await Tab.join(await open(stage, Sender))
  changes.length = 0
  await tab.event(SAY)
  await delivered()
  expect(publishesOf(changes)).toEqual([undefined])
  expect(heard).toHaveLength(2)
})
