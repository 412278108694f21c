/** Writes of many sessions go to a store that can take them in one trip; each is answered for itself. */
import { expect, test } from 'vitest'
import { fenced, type StoreError } from '../../engine/state/errors.ts'
import { grouped } from '../../engine/state/grouped.ts'
import { memoryStore } from '../../engine/state/memory-store.ts'
import { distant } from './distant-store.ts'
import { storeContract } from './store-contract.ts'

storeContract('a store that writes many at once', () => {
  let now: (() => number) | undefined
  const store = memoryStore({ now: () => (now ?? Date.now)() })
  const far = grouped(distant(store).store)
  return {
    make: (options) => {
      now = options?.now
      return far
    },
    clear: () => store.close(),
  }
})

test('writes of one moment are one trip, and one that fails costs the others nothing', {
  tags: ['A13'],
}, async () => {
  const base = memoryStore()
  const { trips, store } = distant(base)
  const all = grouped(store)
  const ids = Array.from({ length: 100 }, (_, i) => `s${i}`)
  const epochs = ids.map((id) => base.open(id, 'one').epoch)
  base.open('s7', 'two')
  const results = await Promise.allSettled(
    ids.map((id, i) => all.write(id, epochs[i]!, { seq: 1 })),
  )
  const failed = results.flatMap((it, i) =>
    it.status === 'rejected' ? [[i, (it.reason as StoreError).code]] : [],
  )
  expect(failed).toEqual([[7, 'session-fenced']])
  expect(trips.map((writes) => writes.length)).toEqual([100])
  expect(base.load('s99')?.seq).toBe(1)
  await all.write('s1', epochs[1]!, { seq: 2 })
  expect(trips.map((writes) => writes.length)).toEqual([100, 1])
})

test('a trip that fails is told to each whose change it carried', { tags: ['A13'] }, async () => {
  const store = memoryStore()
  const lost = fenced('x', 1, 2, 'nobody')
  const all = grouped(Object.assign(store, { writeMany: () => Promise.reject(lost) }))
  const results = await Promise.allSettled(['a', 'b'].map((id) => all.write(id, 1, {})))
  expect(results.map((it) => it.status === 'rejected' && it.reason)).toEqual([lost, lost])
})

test('a store that writes one by one is asked as before', { tags: ['A13'] }, () => {
  const store = memoryStore()
  expect(grouped(store)).toBe(store)
})
