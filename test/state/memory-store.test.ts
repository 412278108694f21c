/** Runs the contract against the memory store, and proves its bounds. */
import { expect, test } from 'vitest'
import { memoryStore } from '../../engine/state/memory-store.ts'
import { storeContract } from './store-contract.ts'

storeContract('memory store', () => ({ make: memoryStore, clear() {} }))

const change = (text: string) => ({ page: '/', components: new Map([['', text]]) })

test('the longest unused session goes first', { tags: ['A13'] }, () => {
  const store = memoryStore({ maxSessions: 2 })
  store.write('a', store.open('a', 'test').epoch, change('a'))
  const b = store.open('b', 'test').epoch
  store.write('b', b, change('b'))
  store.write('a', store.open('a', 'test').epoch, change('a'))
  store.write('c', store.open('c', 'test').epoch, change('c'))
  expect([store.load('a'), store.load('b'), store.load('c')].map(Boolean)).toEqual([
    true,
    false,
    true,
  ])
  expect(() => store.write('b', b, change('b'))).toThrow('Open it again and write all of it.')
})

test('an evicted session opened again has a greater epoch than ever before', {
  tags: ['A13'],
}, () => {
  const store = memoryStore({ maxSessions: 1 })
  for (let time = 0; time < 3; time++) store.open('a', 'test').epoch
  const old = store.open('a', 'test').epoch
  store.open('b', 'test').epoch
  expect(store.open('a', 'test').epoch).toBeGreaterThan(old)
})

test('the bytes kept are bounded, and a session that alone exceeds them still works', {
  tags: ['A16'],
}, () => {
  const store = memoryStore({ maxBytes: 100 })
  store.write('a', store.open('a', 'test').epoch, change('x'.repeat(30)))
  const b = store.open('b', 'test').epoch
  store.write('b', b, change('x'.repeat(30)))
  expect(store.load('a')).toBeUndefined()
  store.write('b', b, change('x'.repeat(500)))
  expect(store.load('b')).toMatchObject({ components: new Map([['', 'x'.repeat(500)]]) })
})

test('100,000 first paints that never connect keep 1,000 sessions', { tags: ['A16'] }, () => {
  const store = memoryStore({ maxSessions: 1000 })
  for (let n = 0; n < 100_000; n++)
    store.write(`s${n}`, store.open(`s${n}`, 'test').epoch, change('x'))
  expect(store.sweep(-1)).toBe(1000)
})
