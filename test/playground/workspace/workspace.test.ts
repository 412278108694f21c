/** Shows that a reader's work survives reloads, closed pages, two tabs and refused storage. */
import 'fake-indexeddb/auto'
import { deleteDB } from 'idb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { earlierWork } from '../../../playground/workspace/earlier-work.ts'
import type { WorkStorage } from '../../../playground/workspace/records.ts'
import { memoryStorage, openStorage } from '../../../playground/workspace/storage.ts'
import { tabsChannel } from '../../../playground/workspace/tabs-channel.ts'
import { lastWordsIn } from '../../../playground/workspace/unload-backup.ts'
import { openWorkspace, type Workspace } from '../../../playground/workspace/workspace.ts'

const template = { entry: 'page.ts', files: { 'page.ts': 'start', 'page.css': 'plain' } }
const closing: (() => Promise<void> | void)[] = []
let words: Map<string, string>

beforeEach(() => {
  words = new Map()
})

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  for (const { name } of await indexedDB.databases()) await deleteDB(name!)
})

const wordsStore = () =>
  ({
    get length() {
      return words.size
    },
    key: (at: number) => [...words.keys()][at] ?? null,
    getItem: (key: string) => words.get(key) ?? null,
    setItem: (key: string, value: string) => void words.set(key, value),
    removeItem: (key: string) => void words.delete(key),
  }) as Storage

async function openTab(
  tab: string,
  options: { page?: string; storage?: WorkStorage; template?: typeof template } = {},
): Promise<Workspace> {
  const storage = options.storage ?? (await openStorage())
  const channel = tabsChannel()
  const workspace = await openWorkspace({
    page: options.page ?? 'playground',
    template: options.template ?? template,
    storage,
    channel,
    lastWords: lastWordsIn(wordsStore),
    tab,
  })
  closing.push(async () => {
    await workspace.close()
    channel.close()
    storage.close()
  })
  return workspace
}

test('text, tabs, open file and caret come back after a reload', { tags: ['B1'] }, async () => {
  const before = await openTab('one')
  before.edit('page.ts', 'typed')
  before.addFile('row.ts', 'row')
  before.moveTab('row.ts', 0)
  before.setCaret('row.ts', { line: 1, column: 4 })
  await before.flush()
  const { files, tabs, open, carets, saved, changed } = (await openTab('two')).getState()
  expect({ files, tabs, open, carets, saved, changed }).toEqual({
    files: { 'page.ts': 'typed', 'page.css': 'plain', 'row.ts': 'row' },
    tabs: ['row.ts', 'page.ts', 'page.css'],
    open: 'row.ts',
    carets: { 'row.ts': { line: 1, column: 4 } },
    saved: true,
    changed: true,
  })
})

test('typing is saved without being asked', async () => {
  const before = await openTab('one')
  before.edit('page.ts', 'typed')
  await vi.waitFor(() => expect(before.getState().saved).toBe(true))
  expect((await openTab('two')).getState().files['page.ts']).toBe('typed')
})

test('each page keeps its own work', async () => {
  const lesson = await openTab('one', { page: 'learn/counter' })
  lesson.edit('page.ts', 'lesson')
  await lesson.flush()
  expect((await openTab('two')).getState().files['page.ts']).toBe('start')
})

test('a file that was never edited follows a new template', async () => {
  const before = await openTab('one')
  before.edit('page.ts', 'typed')
  await before.flush()
  const later = { entry: 'page.ts', files: { 'page.ts': 'start 2', 'page.css': 'plain 2' } }
  expect((await openTab('two', { template: later })).getState().files).toEqual({
    'page.ts': 'typed',
    'page.css': 'plain 2',
  })
})

test('a deleted file of the template stays deleted', async () => {
  const before = await openTab('one')
  before.deleteFile('page.css')
  await before.flush()
  expect((await openTab('two')).getState().tabs).toEqual(['page.ts'])
})

test('a reset can be taken back', async () => {
  const workspace = await openTab('one')
  workspace.edit('page.ts', 'mine')
  workspace.reset()
  expect(workspace.getState().files['page.ts']).toBe('start')
  await workspace.flush()
  const again = await openTab('two')
  const version = again.getState().versions[0]!
  expect(version.why).toBe('you reset the files')
  again.restore(version.id)
  expect(again.getState().files['page.ts']).toBe('mine')
})

test('a save in one tab shows in another tab of the page', async () => {
  const one = await openTab('one')
  const two = await openTab('two')
  one.edit('page.ts', 'from one')
  one.addFile('row.ts', 'r')
  await one.flush()
  await vi.waitFor(() => expect(two.getState().files['page.ts']).toBe('from one'))
  expect(two.getState().tabs).toEqual(['page.ts', 'page.css', 'row.ts'])
})

test('of two tabs that type in one file the last writer wins and the other text is kept', async () => {
  const one = await openTab('one')
  const two = await openTab('two')
  two.edit('page.ts', 'from two')
  one.edit('page.ts', 'from one')
  await one.flush()
  await two.flush()
  await vi.waitFor(() => expect(one.getState().files['page.ts']).toBe('from two'))
  const { files, versions, notice } = two.getState()
  expect(files['page.ts']).toBe('from two')
  expect(versions[0]!.files['page.ts']).toBe('from one')
  expect(notice).toBe(
    'Another tab of this page changed page.ts at the same time. The newer text is kept; the other one is under History.',
  )
})

test('what a closing page could only say last is heard by the next one', async () => {
  lastWordsIn(wordsStore).say('playground', 'gone', [
    { page: 'playground', name: 'page.ts', text: 'last', template: false, stamp: 5, tab: 'gone' },
  ])
  const next = await openTab('two')
  expect(next.getState().files['page.ts']).toBe('last')
  await next.flush()
  expect([...words]).toEqual([])
})

test('damaged last words are passed over', async () => {
  words.set('telar-last-words:playground:x', '{"nonsense"')
  expect((await openTab('one')).getState().files['page.ts']).toBe('start')
})

test('refused storage keeps working from memory and says so', async () => {
  const workspace = await openTab('one', { storage: memoryStorage('Kept in memory only.') })
  workspace.edit('page.ts', 'typed')
  await workspace.flush()
  const { warning, saved, files } = workspace.getState()
  expect([warning, saved, files['page.ts']]).toEqual(['Kept in memory only.', true, 'typed'])
})

test('a browser without storage is told in a sentence', async () => {
  const standing = globalThis.indexedDB
  // What a browser that blocks site data does.
  Object.defineProperty(globalThis, 'indexedDB', {
    configurable: true,
    value: {
      open: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    },
  })
  const storage = await openStorage()
  Object.defineProperty(globalThis, 'indexedDB', { configurable: true, value: standing })
  expect(storage.place).toBe('memory')
  expect(storage.why).toBe(
    'This browser stores nothing for this page (a private window, or blocked site data), so your work lasts until the page closes. Share it as a link to keep it. It said: The operation is insecure.',
  )
})

test('a full storage is told, nothing is lost, and the next save brings all of it', async () => {
  const real = await openStorage()
  let full = true
  const workspace = await openTab('one', {
    storage: {
      ...real,
      save: (page, change) =>
        full
          ? Promise.reject(new DOMException('no room', 'QuotaExceededError'))
          : real.save(page, change),
    },
  })
  workspace.edit('page.ts', 'one')
  await workspace.flush()
  expect(workspace.getState().warning).toBe(
    'The last changes could not be kept in this browser (its space for this site is full). They are safe while this page stays open. Share them as a link, or free some space and keep typing.',
  )
  full = false
  workspace.edit('page.css', 'two')
  await workspace.flush()
  expect(workspace.getState().warning).toBeNull()
  expect((await openTab('two')).getState().files).toEqual({ 'page.ts': 'one', 'page.css': 'two' })
})

test('thirty versions are kept and older ones go', async () => {
  const workspace = await openTab('one')
  for (let at = 0; at < 33; at += 1) {
    workspace.edit('page.ts', `text ${at}`)
    workspace.reset()
  }
  await workspace.flush()
  const { versions } = (await openTab('two')).getState()
  expect(versions.length).toBe(30)
})

test('a lesson that goes on with another gets the reader’s own code of that one, and its own new files', async () => {
  const start = { entry: 'page.ts', files: { 'page.ts': 'ours', 'news.ts': 'new' } }
  const earlier = { page: 'learn/one', template, changes: {} }
  const storage = await openStorage()
  closing.push(() => storage.close())
  expect(await earlierWork(storage, earlier, start)).toBeUndefined()

  const before = await openTab('one', { page: 'learn/one' })
  before.edit('page.ts', 'mine')
  before.addFile('row.ts', 'row')
  before.deleteFile('page.css')
  await before.flush()
  expect(await earlierWork(storage, earlier, start)).toEqual({
    project: {
      entry: 'page.ts',
      files: { 'page.ts': 'mine', 'news.ts': 'new', 'row.ts': 'row' },
    },
  })

  before.reset()
  await before.flush()
  expect(await earlierWork(storage, earlier, start)).toBeUndefined()
})
