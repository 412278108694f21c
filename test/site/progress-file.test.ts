/** B1: a reader's progress and code as one file. */
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { readSaved, writeSaved } from '../../playground/workspace/index.ts'
import { openStorage } from '../../playground/workspace/storage.ts'
import { type Kept, readProgressFile, writeProgressFile } from '../../site/lib/progress-file.ts'

const KEPT: Kept = {
  progress: { counter: { passed: ['a'], steps: 2, done: true, failed: 1 } },
  predictions: { counter: { first: { guess: '8', truth: '9' }, second: { guess: 'none' } } },
  review: { 'counter/one': { box: 1, since: 7 } },
  code: { 'learn/counter': { entry: 'counter.ts', files: [{ name: 'counter.ts', text: 'é' }] } },
}
const NOW = new Date('2026-05-03T10:00:00Z')

test('what is written is read', { tags: ['B1'] }, () => {
  expect(readProgressFile(writeProgressFile(KEPT, NOW))).toEqual({
    format: 'telar-progress',
    version: 1,
    written: '2026-05-03T10:00:00.000Z',
    ...KEPT,
  })
})

const changed = (change: object) =>
  JSON.stringify({ ...JSON.parse(writeProgressFile(KEPT, NOW)), ...change })

test.each([
  ['{', 'not-json', ''],
  ['null', 'not-progress', ''],
  ['[]', 'not-progress', ''],
  ['{"format":"other"}', 'not-progress', ''],
  [changed({ version: 2 }), 'newer', '2'],
  [changed({ version: 'one' }), 'damaged', 'version'],
  [changed({ written: 'today' }), 'damaged', 'written'],
  [changed({ progress: [] }), 'damaged', 'progress'],
  [
    changed({ progress: { counter: { passed: [1], steps: 1, done: true } } }),
    'damaged',
    'progress.counter',
  ],
  [changed({ review: { 'a/b': { box: 9, since: 1 } } }), 'damaged', 'review.a/b'],
  [changed({ predictions: { counter: { one: {} } } }), 'damaged', 'predictions.counter'],
  [changed({ predictions: { counter: 7 } }), 'damaged', 'predictions.counter'],
  [
    changed({ code: { 'learn/counter': { entry: 'a', files: [{ name: 'a' }] } } }),
    'damaged',
    'code.learn/counter',
  ],
])('%s is refused as %s', { tags: ['B1'] }, (text, code, at) => {
  expect(() => readProgressFile(text)).toThrow(expect.objectContaining({ code, at }))
  expect(() => readProgressFile(text)).toThrow(/^Expected .*, received .*\. \w.*\.$/)
})

test('saved code is written over what is there, and a page without any goes back to its start', {
  tags: ['B1'],
}, async () => {
  const storage = await openStorage()
  const record = (page: string, name: string, text: string | null) => ({
    record: { page, name, text, template: false, stamp: 5, tab: 'one' },
    seen: 0,
  })
  const own = (page: string) => ({ page, tabs: ['a.ts'], open: 'a.ts', entry: 'a.ts', carets: {} })
  await storage.save('learn/a', {
    writes: [record('learn/a', 'a.ts', 'mine')],
    page: own('learn/a'),
    versions: [],
  })
  await storage.save('learn/b', {
    writes: [record('learn/b', 'a.ts', 'x'), record('learn/b', 'gone.ts', null)],
    page: own('learn/b'),
    versions: [],
  })
  const pages = ['learn/a', 'learn/b', 'learn/c']
  const before = await readSaved(pages)
  expect(before).toEqual({
    'learn/a': { entry: 'a.ts', files: [{ name: 'a.ts', text: 'mine' }] },
    'learn/b': {
      entry: 'a.ts',
      files: [
        { name: 'a.ts', text: 'x' },
        { name: 'gone.ts', text: null },
      ],
    },
  })
  const file = { 'learn/a': { entry: 'b.ts', files: [{ name: 'b.ts', text: 'theirs' }] } }
  await writeSaved(pages, file, 9)
  expect(await readSaved(pages)).toEqual(file)
  await writeSaved(pages, before, 9)
  expect(await readSaved(pages)).toEqual(before)
  storage.close()
})
