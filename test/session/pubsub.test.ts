/** Presence, topics and messages as components of a session have them. */
import { expect, test } from 'vitest'
import { type Cursor, html, LiveComponent, mount, topic } from '../../engine/index.ts'
import type { SessionLimits, Surroundings } from '../../engine/session/options.ts'
import { open, scene, Tab } from './support/tab.ts'

class Here extends LiveComponent {
  connected() {
    this.track('lobby', this.session.id)
  }
  getTemplate() {
    return html`<i>${this.present('lobby').join(' ')}</i>`
  }
}

class Lobby extends LiveComponent {
  connected() {
    this.track('lobby', this.session.id)
  }
  getTemplate() {
    return html`<p>${this.present('lobby').join(' ')}</p>${mount(Here)}`
  }
}

class Onlooker extends LiveComponent {
  getTemplate() {
    return html`<p>${this.present('lobby').join(' ')}</p>`
  }
}

const settled = async (...tabs: { session: { settled(): Promise<void> } }[]) => {
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setImmediate(resolve))
    for (const { session } of tabs) await session.settled()
  }
}

async function joined(
  stage: ReturnType<typeof scene>,
  component: new () => LiveComponent,
  id: string,
) {
  const session = await open(stage, component, { id })
  const tab = await Tab.join(session)
  const one = { session, tab }
  await settled(one)
  return one
}

const view = ({ session }: { session: { paint(): string } }) =>
  /<p[^>]*>(.*?)<\/p>/.exec(session.paint())![1]

test('a session is present once, however many of its components say so, and an onlooker sees it', {
  tags: ['A12', 'presence'],
}, async () => {
  const stage = scene()
  const onlooker = await joined(stage, Onlooker, 'eve')
  const ana = await joined(stage, Lobby, 'ana')
  const ben = await joined(stage, Lobby, 'ben')
  await settled(onlooker, ana, ben)
  expect([onlooker, ana, ben].map(view)).toEqual(['ana ben', 'ana ben', 'ana ben'])
  expect(stage.around.bus.counts().presences).toBe(4)
})

test('whose connection is lost leaves after a grace; who comes back within it was never away', {
  tags: ['A12', 'presence'],
}, async () => {
  const stage = scene({ absence: 5_000 })
  const onlooker = await joined(stage, Onlooker, 'eve')
  const ana = await joined(stage, Lobby, 'ana')
  const told: number[] = []
  stage.around.bus.watch('lobby', ({ joined, left }) => told.push(joined.length - left.length))
  ana.session.disconnect(ana.tab)
  stage.clock.advance(4_999)
  const again = await Tab.join(ana.session, { frame: ana.session.screen.frame })
  stage.clock.advance(60_000)
  await settled(onlooker, ana)
  expect([view(onlooker), told]).toEqual(['ana', []])
  ana.session.disconnect(again)
  stage.clock.advance(5_000)
  await settled(onlooker, ana)
  expect(view(onlooker)).toBe('')
  await Tab.join(ana.session, { frame: ana.session.screen.frame })
  await settled(onlooker, ana)
  expect(view(onlooker)).toBe('ana')
  await ana.session.end()
  await settled(onlooker)
  expect([view(onlooker), stage.around.bus.counts().presences]).toEqual(['', 0])
})

class Room extends LiveComponent {
  lines: string[] = []
  connected() {
    this.subscribe<string>('room:*', (line) => {
      this.lines.push(line)
    })
  }
  say() {
    this.publish('room:2', 'mine')
  }
  getTemplate() {
    return html`<p lv-click=${this.say}>${this.lines.join(' ')}</p>`
  }
}

const withHook = (allowTopic: Surroundings['allowTopic'], limits: Partial<SessionLimits> = {}) => {
  const stage = scene(limits)
  stage.around.allowTopic = allowTopic
  return stage
}

test('a wildcard is no wider than the session may see, and what it may not say is refused by name', {
  tags: ['A12', 'A17', 'wildcards'],
}, async () => {
  const stage = withHook(({ id }, name) => name === 'room:1' && id === 'ana')
  const ana = await joined(stage, Room, 'ana')
  const eve = await joined(stage, Room, 'eve')
  stage.around.bus.publish('room:1', 'for ana')
  stage.around.bus.publish('room:2', 'for nobody')
  await settled(ana, eve)
  expect([view(ana), view(eve)]).toEqual(['for ana', ''])
  await ana.tab.event(2)
  expect(stage.faults.map(({ code, owner, handler }) => [code, owner, handler])).toEqual([
    ['topic-refused', 'app', 'say'],
  ])
})

class Slow extends Room {
  hang() {
    return new Promise<void>(() => {})
  }
  override getTemplate() {
    return html`<p lv-click=${this.hang}>${this.lines.join(' ')}</p>`
  }
}

test('a session whose handler never ends bounds what waits for it and stops no other', {
  tags: ['A12', 'A16'],
}, async () => {
  const stage = scene({ mailbox: 10 })
  const slow = await joined(stage, Slow, 'slow')
  const well = await joined(stage, Room, 'well')
  slow.session.receive({
    type: 'event',
    component: 0,
    event: 'click',
    slot: 2,
    seq: 1,
    frame: 0,
    data: {},
  })
  for (let n = 0; n < 100; n++) {
    stage.around.bus.publish('room:1', `${n}`)
    await settled(well)
  }
  expect(view(well)).toMatch(/^0 1 2 .* 99$/)
  expect(stage.faults.map(({ code, component }) => [code, component])).toEqual([
    ['mailbox-full', 'Slow'],
  ])
})

test('a typed topic is checked by the compiler at both ends', {
  tags: ['A12', 'publish-subscribe'],
}, () => {
  const room = (id: number) => topic<{ text: string }>(`room:${id}`)
  class Typed extends LiveComponent {
    connected() {
      this.subscribe(room(7), (line) => line.text.length)
      // @ts-expect-error: a line has no such field
      this.subscribe(room(7), (line) => line.author)
      this.publish(room(7), { text: 'hello' })
      // @ts-expect-error: the text is missing
      this.publish(room(7), {})
      this.publish('any:topic', { any: 'thing' })
    }
    getTemplate() {
      return ''
    }
  }
  expect([room(7), Typed.name]).toEqual(['room:7', 'Typed'])
  expect(() => topic('a::b')).toThrow(/^Expected a topic or a pattern/)
})

test('a component that keeps its cursor gets what it missed, once and in order, or is told of the gap', {
  tags: ['A12', 'cursors'],
}, async () => {
  const told: string[] = []
  class Board extends LiveComponent {
    orders: number[] = []
    seen: Cursor = ''
    connected() {
      const hear = (order: number, from: string, cursor: Cursor) => {
        told.push(`${from} ${order}`)
        this.orders.push(order)
        this.seen = cursor
      }
      const gap = () => {
        told.push('gap')
        this.orders = [0]
      }
      this.subscribe<number>('orders:*', hear, { after: this.seen, gap })
    }
    getTemplate() {
      return html`<p>${this.orders.join(' ')}</p>`
    }
  }
  const stage = scene()
  const { bus } = stage.around
  const first = await joined(stage, Board, 'ana')
  bus.publish('orders:a', 1)
  await settled(first)
  expect([view(first), told.splice(0)]).toEqual(['0 1', ['gap', 'orders:a 1']])
  await first.session.end()
  for (const [topic, order] of [
    ['orders:a', 2],
    ['other:a', 9],
    ['orders:b', 3],
  ] as const) {
    bus.publish(topic, order)
  }
  const second = await joined(stage, Board, 'ana')
  bus.publish('orders:a', 4)
  await settled(second)
  expect(told.splice(0)).toEqual(['orders:a 2', 'orders:b 3', 'orders:a 4'])
  expect(view(second)).toBe('0 1 2 3 4')
  await second.session.end()
  for (let i = 0; i < 5_000; i++) bus.publish('busy', i)
  const third = await joined(stage, Board, 'ana')
  expect([view(third), told]).toEqual(['0', ['gap']])
})
