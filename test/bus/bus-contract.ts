/** What every bus must do, written once and run against each. */
import { describe, expect, test, vi } from 'vitest'
import type { Bus, PresenceChange } from '../../engine/bus/bus.ts'
import { permitted } from '../../engine/bus/permitted.ts'

export function busContract(name: string, make: (onError?: (error: unknown) => void) => Bus): void {
  describe(name, { tags: ['A12', 'cursors'] }, () => {
    const heardBy = (bus: Bus, pattern: string) => {
      const heard: unknown[] = []
      const stop = bus.subscribe(pattern, (message, topic) => heard.push([topic, message]))
      return { heard, stop }
    }
    const arrived = (heard: unknown[], count: number) =>
      vi.waitFor(() => expect(heard).toHaveLength(count))

    test('a message arrives later, never within publish', async () => {
      const bus = make()
      const { heard } = heardBy(bus, 'room:7')
      bus.publish('room:7', 'hello')
      expect(heard).toEqual([])
      await arrived(heard, 1)
      expect(heard).toEqual([['room:7', 'hello']])
    })

    test('messages of a topic arrive in order, at every subscriber', async () => {
      const bus = make()
      const first = heardBy(bus, 'room:7')
      const second = heardBy(bus, 'room:*')
      for (let n = 0; n < 100; n++) bus.publish('room:7', n)
      await arrived(second.heard, 100)
      expect(first.heard).toEqual(Array.from({ length: 100 }, (_, n) => ['room:7', n]))
      expect(second.heard).toEqual(first.heard)
    })

    test('a pattern hears its topics and no others', async () => {
      const bus = make()
      const { heard } = heardBy(bus, 'room:*')
      for (const topic of ['room', 'rooms:1', 'room:1:x', 'room:1', 'room:2']) bus.publish(topic, 0)
      await arrived(heard, 2)
      expect(heard).toEqual([
        ['room:1', 0],
        ['room:2', 0],
      ])
    })

    test('what is published before a subscription does not reach it', async () => {
      const bus = make()
      bus.publish('room:7', 'early')
      const { heard } = heardBy(bus, 'room:7')
      bus.publish('room:7', 'late')
      await arrived(heard, 1)
      expect(heard).toEqual([['room:7', 'late']])
    })

    test('nothing arrives after stopping, not even what was on its way', async () => {
      const bus = make()
      const stopped = heardBy(bus, 'room:7')
      const other = heardBy(bus, 'room:7')
      bus.publish('room:7', 1)
      stopped.stop()
      stopped.stop()
      await arrived(other.heard, 1)
      expect(stopped.heard).toEqual([])
    })

    test('one subscriber that throws disturbs no other and is reported', async () => {
      const errors: unknown[] = []
      const bus = make((error) => errors.push(error))
      bus.subscribe('room:7', () => {
        throw new Error('mine')
      })
      const { heard } = heardBy(bus, 'room:7')
      bus.publish('room:7', 1)
      bus.publish('room:7', 2)
      await arrived(heard, 2)
      expect(errors).toEqual([new Error('mine'), new Error('mine')])
      expect(bus.counts()).toMatchObject({ published: 2, delivered: 2, failed: 2, waiting: 0 })
    })

    test('a report that throws disturbs nobody either', async () => {
      const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
      const bus = make(() => {
        throw new Error('report')
      })
      bus.subscribe('room:7', () => {
        throw new Error('mine')
      })
      const { heard } = heardBy(bus, 'room:7')
      bus.publish('room:7', 1)
      await arrived(heard, 1)
      expect(printed).toHaveBeenCalledWith(new Error('report'))
      printed.mockRestore()
    })

    test('a receiver that publishes is answered after the others have theirs', async () => {
      const bus = make()
      const order: string[] = []
      bus.subscribe('a', () => {
        order.push('first of a')
        bus.publish('b', 0)
      })
      bus.subscribe('b', () => order.push('b'))
      bus.subscribe('a', () => order.push('second of a'))
      bus.publish('a', 0)
      await arrived(order, 3)
      expect(order).toEqual(['first of a', 'second of a', 'b'])
    })

    test.each([
      ['empty text', ''],
      ['0', 0],
      ['-0', -0],
      ['false', false],
      ['null', null],
      ['undefined', undefined],
      ['NaN', Number.NaN],
      ['1.75', 1.75],
      ['a big integer', 12345678901234567890n],
      ['a record', { list: [1, { at: new Date(0) }], map: new Map([['a', new Set([1])]]) }],
    ])('%s arrives as it was sent', async (_, message) => {
      const bus = make()
      const { heard } = heardBy(bus, 'room:7')
      bus.publish('room:7', message)
      await arrived(heard, 1)
      expect(heard).toStrictEqual([['room:7', message]])
    })

    test('each receiver gets a copy of its own, as it was when it was sent', async () => {
      const bus = make()
      const message = { names: ['ana'] }
      const { heard } = heardBy(bus, 'room:7')
      bus.subscribe('room:7', (copy) => (copy as typeof message).names.push('ben'))
      const { heard: last } = heardBy(bus, 'room:7')
      bus.publish('room:7', message)
      message.names.push('later')
      await arrived(last, 1)
      expect([heard, last]).toEqual([
        [['room:7', { names: ['ana'] }]],
        [['room:7', { names: ['ana'] }]],
      ])
    })

    test('what cannot be sent is refused at once, with its place', () => {
      expect(() => make().publish('room:7', { on: [() => 1] })).toThrow('received in message.on[0]')
    })

    test('a bad topic or pattern is refused by every call', () => {
      const bus = make()
      const calls = [
        () => bus.publish('room:*', 0),
        () => bus.subscribe('*', () => {}),
        () => bus.track('room:*', 'ana', null),
        () => bus.present('room:*'),
        () => bus.watch('room:*', () => {}),
      ]
      for (const call of calls) expect(call).toThrow(/^Expected a topic/)
    })

    test('presence lists who is there, with joins and leaves told in order', async () => {
      const bus = make()
      const told: unknown[] = []
      bus.watch('room:7', ({ joined, left }: PresenceChange) =>
        told.push([joined.map(({ key }) => key), left.map(({ key }) => key)]),
      )
      const leave = bus.track('room:7', 'ana', { typing: false })
      bus.track('room:7', 'ben', null)
      bus.track('room:8', 'eve', null)
      const here = bus.present('room:7')
      expect(here.map(({ key, meta }) => [key, meta])).toEqual([
        ['ana', { typing: false }],
        ['ben', null],
      ])
      leave()
      leave()
      expect(bus.present('room:7').map(({ key }) => key)).toEqual(['ben'])
      await arrived(told, 3)
      expect(told).toEqual([
        [['ana'], []],
        [['ben'], []],
        [[], ['ana']],
      ])
    })

    test('two tabs of one key are two presences', () => {
      const bus = make()
      const leave = bus.track('room:7', 'ana', 1)
      bus.track('room:7', 'ana', 2)
      expect(new Set(bus.present('room:7').map(({ ref }) => ref)).size).toBe(2)
      leave()
      expect(bus.present('room:7').map(({ key, meta }) => [key, meta])).toEqual([['ana', 2]])
    })

    test('a subscription goes on behind a cursor: what it missed comes first, once, in order', async () => {
      const bus = make()
      const heard: unknown[] = []
      let last = bus.cursor()
      const stop = bus.subscribe('room:*', (message, _, cursor) => {
        heard.push(message)
        last = cursor
      })
      bus.publish('room:7', 1)
      bus.publish('room:8', 2)
      await arrived(heard, 2)
      stop()
      bus.publish('room:7', 3)
      bus.publish('other:7', 'not heard')
      bus.publish('room:8', 4)
      const gaps: string[] = []
      const gap = () => gaps.push('gap')
      bus.subscribe('room:*', (message) => heard.push(message), { after: last, gap })
      bus.publish('room:7', 5)
      await arrived(heard, 5)
      expect([heard, gaps]).toEqual([[1, 2, 3, 4, 5], []])
    })

    test('what is not kept any more, or of another bus, is told as a gap before the next message', async () => {
      const bus = make()
      const old = bus.cursor()
      for (let n = 0; n < 5_000; n++) bus.publish('busy', n)
      const heard: unknown[] = []
      const hear = (message: unknown) => heard.push(message)
      bus.subscribe('room:7', hear, { after: old, gap: () => heard.push('gap') })
      bus.subscribe('room:7', () => {}, { after: make().cursor(), gap: () => heard.push('other') })
      const stop = bus.subscribe('room:7', hear, { after: old, gap: () => heard.push('never') })
      stop()
      bus.publish('room:7', 'next')
      await arrived(heard, 3)
      expect(heard).toEqual(['gap', 'other', 'next'])
    })

    test('a receiver that never ends stops nobody', async () => {
      const bus = make()
      bus.subscribe('room:7', () => new Promise(() => {}))
      const { heard } = heardBy(bus, 'room:7')
      bus.publish('room:7', 1)
      bus.publish('room:7', 2)
      await arrived(heard, 2)
      expect(bus.counts().waiting).toBe(0)
    })

    test('a session’s wildcard hears no more than the session may see', async () => {
      const bus = make()
      const asked: string[] = []
      const mine = permitted(bus, (topic, use) => {
        asked.push(`${use} ${topic}`)
        return topic === 'room:7'
      })
      const { heard } = heardBy(mine, 'room:*')
      for (const topic of ['room:6', 'room:7', 'room:8']) bus.publish(topic, 0)
      await arrived(heard, 1)
      expect(heard).toEqual([['room:7', 0]])
      const refused =
        /^Expected a topic that this session may use \((subscribe|publish|presence)\), received room:8/
      const calls = [
        () => mine.subscribe('room:8', () => {}),
        () => mine.publish('room:8', 0),
        () => mine.track('room:8', 'ana', null),
        () => mine.present('room:8'),
        () => mine.watch('room:8', () => {}),
      ]
      for (const call of calls) expect(call).toThrow(refused)
      mine.publish('room:7', 1)
      await arrived(heard, 2)
      expect(asked).toContain('subscribe room:6')
      expect(bus.counts()).toMatchObject({ subscriptions: 1, presences: 0 })
    })

    test('nothing is left after 10,000 subscriptions and presences have stopped', () => {
      const bus = make()
      for (let n = 0; n < 10_000; n++) {
        const stops = [
          bus.subscribe(`room:${n}`, () => {}),
          bus.watch(`room:${n}`, () => {}),
          bus.track(`room:${n}`, 'ana', null),
        ]
        for (const stop of stops) stop()
      }
      expect(bus.counts()).toMatchObject({ subscriptions: 0, presences: 0 })
    })

    test('a closed bus is silent', async () => {
      const bus = make()
      const { heard, stop } = heardBy(bus, 'room:7')
      const leave = bus.track('room:7', 'ana', null)
      bus.publish('room:7', 1)
      await bus.close()
      bus.publish('room:7', 2)
      stop()
      leave()
      bus.subscribe('room:7', () => heard.push('again'))()
      expect(bus.present('room:7')).toEqual([])
      expect(bus.counts()).toMatchObject({ subscriptions: 0, presences: 0, waiting: 0 })
      await new Promise((resolve) => setImmediate(resolve))
      expect(heard).toEqual([])
    })
  })
}
