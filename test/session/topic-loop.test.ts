/** Listeners that publish what leads back to them come to an end, and whoever publishes too much is told. */
import { expect, test, vi } from 'vitest'
import { localBus } from '../../engine/bus/local-bus.ts'
import { html, LiveComponent } from '../../engine/index.ts'
import { memoryStore } from '../../engine/state/memory-store.ts'
import type { StateStore } from '../../engine/state/store.ts'
import { open, type Scene, scene, Tab } from '../support/tabs/session-tab.ts'

const SENTENCE =
  'Expected at most 10,000 messages that follow from one, received another one for room:7. ' +
  'Do not publish in a listener what leads back to it, or publish only while there is something to answer.'

/** Answers each message of its topic on that topic. */
class Echo extends LiveComponent {
  heard = 0
  news = 0
  connected() {
    this.subscribe('room:7', () => this.answer())
    this.subscribe('news', () => void this.news++)
  }
  answer(): unknown {
    this.heard++
    this.publish('room:7', 'again')
    return undefined
  }
  begin() {
    this.publish('room:7', 'first')
    this.publish('news', 'kept')
  }
  getTemplate() {
    return html`<b lv-click=${this.begin}></b><p>${this.heard} ${this.news}</p>`
  }
}

class SlowEcho extends Echo {
  override async answer() {
    await Promise.resolve()
    return super.answer()
  }
}

const BEGIN = 2

async function join(stage: Scene, component: new () => LiveComponent, id = 'ana') {
  const session = await open(stage, component, { id })
  const tab = await Tab.join(session)
  const view = () => /<p[^>]*>(.*?)<\/p>/.exec(session.paint())![1]!.replace(/<!--.*?-->/g, '')
  return { session, begin: () => tab.event(BEGIN), view }
}

const told = ({ faults }: Scene, count: number) =>
  vi.waitFor(() => expect(faults).toHaveLength(count), 20_000)

test('a listener that publishes to its own topic is refused, and nothing else is lost', {
  tags: ['A12'],
}, async () => {
  const stage = scene()
  const tab = await join(stage, Echo)
  await tab.begin()
  await told(stage, 1)
  expect(stage.faults[0]).toMatchObject({ code: 'topic-loop', owner: 'app', during: 'message' })
  expect(stage.faults[0]!.message).toBe(`Echo failed in message: ${SENTENCE}`)
  // The first message and the 10,000 that follow from it are heard; the last turn is undone.
  expect(tab.view()).toBe('10000 1')
  // The next message begins anew.
  await tab.begin()
  await told(stage, 2)
  expect(tab.view()).toBe('20000 2')
})

test('so are two visitors who answer each other', async () => {
  const stage = scene()
  const ana = await join(stage, Echo)
  const ben = await join(stage, Echo, 'ben')
  await ana.begin()
  await vi.waitFor(() => expect(stage.faults.length).toBeGreaterThan(0), 20_000)
  await ana.session.settled()
  await ben.session.settled()
  expect(new Set(stage.faults.map(({ code }) => code))).toEqual(new Set(['topic-loop']))
  const answered = [ana, ben].map((tab) => Number.parseInt(tab.view(), 10))
  expect(answered[0]! + answered[1]!).toBe(10_000)
  expect([ana, ben].map((tab) => tab.view().split(' ')[1])).toEqual(['1', '1'])
})

test.each([
  ['that awaits', SlowEcho, memoryStore],
  ['behind a store that answers later', Echo, later],
  ['that awaits, behind such a store', SlowEcho, later],
])('so is a listener %s', { timeout: 60_000 }, async (_name, component, store) => {
  const stage = scene({}, store())
  const tab = await join(stage, component)
  await tab.begin()
  await told(stage, 1)
  expect(stage.faults[0]!.code).toBe('topic-loop')
  await tab.session.settled()
  expect(tab.view()).toBe('10000 1')
})

test('so is a listener of the program, and one that is present where it watches', async () => {
  const errors: unknown[] = []
  const bus = localBus({ onError: (error) => errors.push(error) })
  let heard = 0
  bus.subscribe('room:7', () => {
    heard++
    bus.publish('room:7', 'again')
  })
  bus.publish('room:7', 'first')
  await vi.waitFor(() => expect(errors).toHaveLength(1))
  expect(errors[0]).toMatchObject({ code: 'topic-loop', message: SENTENCE })
  expect(heard).toBe(10_001)
  bus.watch('room:7', () => bus.track('room:7', 'ana', null))
  bus.track('room:7', 'ben', null)
  await vi.waitFor(() => expect(errors).toHaveLength(2))
  expect(errors[1]).toMatchObject({ code: 'topic-loop' })
})

test('as many answers as there are listeners are no loop', async () => {
  const bus = localBus()
  let answers = 0
  for (let n = 0; n < 5_000; n++) bus.subscribe('question', () => bus.publish('answer', n))
  bus.subscribe('answer', () => void answers++)
  bus.publish('question', 'Who is here?')
  await vi.waitFor(() => expect(answers).toBe(5_000))
})

/** Answers in a later task, as a store behind a network does. */
function later(): StateStore {
  const store = memoryStore()
  const { write } = store
  store.write = async (...args) => {
    await new Promise((resolve) => setImmediate(resolve))
    return write.apply(store, args)
  }
  return store
}
