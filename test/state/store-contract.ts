/** What every store of sessions must do, written once and run against each. */
import { afterEach, describe, expect, test } from 'vitest'
import type { SessionChange, StateStore } from '../../engine/state/store.ts'

/** A place where stores can be made: each from `make` sees what the others wrote. */
interface StorePlace {
  make(options?: { now?: () => number }): StateStore
  clear(): void | Promise<void>
}

export function storeContract(name: string, place: () => StorePlace): void {
  describe(name, { tags: ['A13'] }, () => {
    let open: StorePlace | undefined
    afterEach(() => open?.clear())
    const makeStore = (options?: { now?: () => number }) => (open = place()).make(options)

    test('a new session has an epoch and no record', async () => {
      const store = makeStore()
      expect(await store.open('a', 'one')).toEqual({ epoch: 1 })
      expect(await store.load('a')).toBeUndefined()
    })

    test('a write is read back', async () => {
      const store = makeStore()
      const { epoch } = await store.open('a', 'one')
      await store.write('a', epoch, FIRST)
      expect(await store.load('a')).toEqual({
        page: '/counter',
        version: 3,
        seq: 1,
        epoch: 1,
        meta: '{"locale":"es"}',
        components: new Map([
          ['', '1\n[{"count":1},0]'],
          ['0/Child:k"\n', '1\n[{}]'],
        ]),
        overlays: new Map([['t', 'ü😀']]),
        publishes: [],
      })
    })

    test('messages of a change stand there, also for a new owner, until a change has others or none', async () => {
      const store = makeStore()
      const { epoch } = await store.open('a', 'one')
      const publishes = [
        { topic: 'room:7', message: '[{"text":1},"ü😀\\n"]' },
        { topic: 'room:8', message: '[1]' },
      ]
      await store.write('a', epoch, { ...FIRST, publishes })
      await store.write('a', epoch, { seq: 2 })
      expect((await store.load('a'))?.publishes).toEqual(publishes)
      const second = await store.open('a', 'two')
      expect(second.record?.publishes).toEqual(publishes)
      await store.write('a', second.epoch, { publishes: publishes.slice(1) })
      expect((await store.load('a'))?.publishes).toEqual(publishes.slice(1))
      await store.write('a', second.epoch, { publishes: [] })
      expect(await store.load('a')).toMatchObject({ seq: 2, publishes: [] })
    })

    test('of the times before which a login’s sessions have ended, the latest stands', async () => {
      const store = makeStore()
      expect(await store.notBefore!('ada@example.org')).toBe(0)
      await store.setNotBefore!('ada@example.org', 1_764_460_800_000)
      await store.setNotBefore!('ada@example.org', 1_764_460_799_999)
      await store.setNotBefore!('../grace:\n', 7)
      expect(await store.notBefore!('ada@example.org')).toBe(1_764_460_800_000)
      expect(await store.notBefore!('../grace:\n')).toBe(7)
      expect(await store.notBefore!('')).toBe(0)
    })

    test('a sweep forgets such a time only when no session of before can be left', async () => {
      const store = makeStore({ now: () => Date.now() + later })
      let later = 0
      await store.setNotBefore!('ada', 5)
      later = 50_000
      await store.sweep(60_000)
      expect(await store.notBefore!('ada')).toBe(5)
      later = 70_000
      await store.sweep(60_000)
      expect(await store.notBefore!('ada')).toBe(0)
    })

    test('a change leaves alone what it does not name, and null deletes', async () => {
      const store = makeStore()
      const { epoch } = await store.open('a', 'one')
      await store.write('a', epoch, FIRST)
      await store.write('a', epoch, {
        seq: 2,
        components: new Map([
          ['', 'new'],
          ['0/Child:k"\n', null],
        ]),
      })
      const record = await store.load('a')
      expect([record?.seq, record?.page, record?.meta]).toEqual([2, '/counter', '{"locale":"es"}'])
      expect(record?.components).toEqual(new Map([['', 'new']]))
      expect(record?.overlays).toEqual(new Map([['t', 'ü😀']]))
    })

    test('empty text, 0 and names of prototypes are stored as they are', async () => {
      const store = makeStore()
      const { epoch } = await store.open('a', 'one')
      const components = new Map([
        ['__proto__', ''],
        ['constructor', 'c'],
      ])
      await store.write('a', epoch, { page: '', version: 0, seq: 0, meta: '', components })
      const record = await store.load('a')
      expect(record).toMatchObject({ page: '', version: 0, seq: 0, meta: '' })
      expect([...record!.components]).toEqual([...components])
    })

    test('taking over gives the record and a greater epoch, and fences the older', async () => {
      const store = makeStore()
      const first = await store.open('a', 'one')
      await store.write('a', first.epoch, FIRST)
      const second = await store.open('a', 'two')
      expect(second.epoch).toBeGreaterThan(first.epoch)
      expect(second.record?.components.get('')).toBe('1\n[{"count":1},0]')
      const error = await failure(() => store.write('a', first.epoch, { seq: 9 }))
      expect(error.code).toBe('session-fenced')
      expect(error.message).toContain('two has taken it over')
      await store.write('a', second.epoch, { seq: 2 })
      expect((await store.load('a'))?.seq).toBe(2)
    })

    test('a fenced write changes nothing, however often it is tried', async () => {
      const store = makeStore()
      const first = await store.open('a', 'one')
      await store.write('a', first.epoch, FIRST)
      const second = await store.open('a', 'two')
      for (let time = 0; time < 3; time++) {
        const error = await failure(() => store.write('a', first.epoch, { seq: 99 }))
        expect(error.code).toBe('session-fenced')
      }
      await store.write('a', second.epoch, { meta: 'x' })
      expect(await store.load('a')).toMatchObject({ seq: 1, meta: 'x', epoch: 2 })
    })

    test('what was handed out does not change with later writes', async () => {
      const store = makeStore()
      const { epoch } = await store.open('a', 'one')
      await store.write('a', epoch, FIRST)
      const before = await store.load('a')
      await store.write('a', epoch, { seq: 2, components: new Map([['', 'new']]) })
      expect([before?.seq, before?.components.get('')]).toEqual([1, '1\n[{"count":1},0]'])
    })

    test('sessions do not see each other', async () => {
      const store = makeStore()
      const a = await store.open('a', 'one')
      const b = await store.open('b', 'one')
      await store.write('a', a.epoch, FIRST)
      expect(await store.load('b')).toBeUndefined()
      await store.write('b', b.epoch, { ...FIRST, page: '/b' })
      await store.remove('b')
      expect((await store.load('a'))?.page).toBe('/counter')
    })

    test('a removed session is gone, its owner is told, and it can be opened anew', async () => {
      const store = makeStore()
      const { epoch } = await store.open('a', 'one')
      await store.write('a', epoch, FIRST)
      await store.remove('a')
      await store.remove('a')
      expect(await store.load('a')).toBeUndefined()
      const error = await failure(() => store.write('a', epoch, { seq: 2 }))
      expect(error.code).toBe('session-gone')
      const again = await store.open('a', 'two')
      expect(again.record).toBeUndefined()
      await store.write('a', again.epoch, FIRST)
      expect((await store.load('a'))?.seq).toBe(1)
    })

    test('a session that somebody has opened since is not removed by who had it before', async () => {
      const store = makeStore()
      const first = await store.open('a', 'one')
      await store.write('a', first.epoch, FIRST)
      const second = await store.open('a', 'two')
      await store.remove('a', first.epoch)
      await store.write('a', second.epoch, { seq: 2 })
      expect((await store.load('a'))?.seq).toBe(2)
      await store.remove('a', second.epoch)
      await store.remove('a', second.epoch)
      expect(await store.load('a')).toBeUndefined()
    })

    test('a session never opened is not written', async () => {
      const error = await failure(() => makeStore().write('a', 1, FIRST))
      expect(error.code).toBe('session-gone')
    })

    test('sweep removes what was idle and leaves the rest', async () => {
      let later = 0
      const store = makeStore({ now: () => Date.now() + later })
      const old = await store.open('old', 'one')
      await store.write('old', old.epoch, FIRST)
      expect(await store.sweep(60_000)).toBe(0)
      later = 3_600_000
      expect(await store.sweep(7_200_000)).toBe(0)
      expect(await store.sweep(60_000)).toBe(1)
      expect(await store.load('old')).toBeUndefined()
    })

    test('many changes add up', async () => {
      const store = makeStore()
      const { epoch } = await store.open('a', 'one')
      await store.write('a', epoch, FIRST)
      for (let seq = 2; seq <= 500; seq++) {
        const text = `${seq}`.repeat(100)
        await store.write('a', epoch, { seq, components: new Map([[`c${seq % 7}`, text]]) })
      }
      const record = await store.load('a')
      expect([record?.seq, record?.components.size]).toEqual([500, 9])
      expect(record?.components.get('c3')).toBe('500'.repeat(100))
    })

    test.each(['', '.', '..', '../a', 'a/b', 'a\0', 'a.session', 'é', 'x'.repeat(129)])(
      'id %j is refused everywhere',
      { tags: ['A17'] },
      async (id) => {
        const store = makeStore()
        const calls = [
          () => store.load(id),
          () => store.open(id, 'one'),
          () => store.write(id, 1, FIRST),
          () => store.remove(id),
        ]
        for (const call of calls) expect((await failure(call)).code).toBe('session-id-invalid')
      },
    )

    test('it says in a sentence what survives a kill', () => {
      expect(makeStore().promises).toMatch(/^[A-Z].*\.$/)
    })
  })
}

const FIRST: SessionChange = {
  page: '/counter',
  version: 3,
  seq: 1,
  meta: '{"locale":"es"}',
  components: new Map([
    ['', '1\n[{"count":1},0]'],
    ['0/Child:k"\n', '1\n[{}]'],
  ]),
  overlays: new Map([['t', 'ü😀']]),
}

/** The error of a call that must fail, at once or later. */
export async function failure(call: () => unknown): Promise<Error & { code: string }> {
  try {
    await call()
  } catch (error) {
    return error as Error & { code: string }
  }
  throw new Error('It did not fail.')
}
