/** B1: progress is kept, and nothing breaks where it can't be. */
import { expect, test } from 'vitest'
import { createProgress } from '../../site/lib/progress.ts'

function shelf(start: Record<string, string> = {}): Storage {
  const kept = new Map(Object.entries(start))
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    length: 0,
  }
}

test('progress is there after a reload', { tags: ['B1'] }, () => {
  const storage = shelf()
  createProgress(() => storage).write('counter', { passed: ['a'], steps: 3 })
  expect(createProgress(() => storage).read('counter')).toEqual({
    passed: ['a'],
    steps: 3,
    done: false,
    failed: 1,
  })
})

test('a lesson is done once every step passed, and stays done', { tags: ['B1'] }, () => {
  const store = createProgress(() => shelf())
  store.write('counter', { passed: ['a', 'b'], steps: 2 })
  store.write('counter', { passed: ['a'], steps: 2 })
  expect(store.read('counter')).toEqual({ passed: ['a'], steps: 2, done: true, failed: 1 })
})

test('a test of the part passes its lessons, and leaves what was passed by itself', {
  tags: ['B1'],
}, () => {
  const store = createProgress(() => shelf())
  store.write('counter', { passed: ['a'], steps: 1 })
  store.write('clock', { passed: [], steps: 2 })
  store.testOut(['counter', 'clock', 'bytes'])
  expect(store.all()).toEqual({
    counter: { passed: ['a'], steps: 1, done: true },
    clock: { passed: [], steps: 2, done: true, failed: 1, tested: true },
    bytes: { passed: [], steps: 0, done: true, tested: true },
  })
  store.write('bytes', { passed: ['a'], steps: 2 })
  expect(store.read('bytes')?.tested).toBe(true)
  store.write('bytes', { passed: ['a', 'b'], steps: 2 })
  expect(store.read('bytes')?.tested).toBeUndefined()
})

test('what another tab wrote is seen', { tags: ['B1'] }, () => {
  const storage = shelf()
  const here = createProgress(() => storage)
  const there = createProgress(() => storage)
  here.write('counter', { passed: ['a'], steps: 1 })
  there.write('clock', { passed: [], steps: 2 })
  expect(here.read('clock')?.steps).toBe(2)
  expect(there.read('counter')?.done).toBe(true)
})

test('a browser that refuses storage keeps progress while the page lives', { tags: ['B1'] }, () => {
  const store = createProgress(() => {
    throw new DOMException('refused', 'SecurityError')
  })
  store.write('counter', { passed: ['a'], steps: 1 })
  expect(store.read('counter')?.done).toBe(true)
})

test('damaged progress is read as none', { tags: ['B1'] }, () => {
  for (const text of ['{', '7', 'null', '{"counter":{"passed":1}}']) {
    expect(createProgress(() => shelf({ 'telar.progress': text })).read('counter')).toBeUndefined()
  }
})

test('the same answer is the same object, so a page does not paint twice', { tags: ['B1'] }, () => {
  const storage = shelf({
    'telar.progress': '{"counter":{"passed":[],"steps":1,"done":false}}',
  })
  const store = createProgress(() => storage)
  expect(store.read('counter')).toBe(store.read('counter'))
})

test('listeners hear of a write until they leave', () => {
  const store = createProgress(() => shelf())
  let heard = 0
  const leave = store.subscribe(() => {
    heard += 1
  })
  store.write('counter', { passed: [], steps: 1 })
  leave()
  store.write('counter', { passed: [], steps: 1 })
  expect(heard).toBe(1)
})
