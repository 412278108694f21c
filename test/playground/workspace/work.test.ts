/** Walks the pure steps on the bench: files, tabs, entry, carets. */
import { expect, test } from 'vitest'
import {
  addFile,
  deleteFile,
  edit,
  layOut,
  moveTab,
  renameFile,
  replaceFiles,
  setCaret,
  settle,
  WorkError,
} from '../../../playground/workspace/work.ts'

const bench = layOut({ entry: 'page.ts', files: { 'a.css': 'a', 'page.ts': 'p' } })

test('the entry is laid out first and stands open', () => {
  expect(bench).toEqual({
    files: { 'a.css': 'a', 'page.ts': 'p' },
    tabs: ['page.ts', 'a.css'],
    open: 'page.ts',
    entry: 'page.ts',
    carets: {},
  })
})

test('an added file is the last tab and stands open', () => {
  const next = addFile(bench, 'row.ts', 'r')
  expect([next.tabs, next.open, next.files['row.ts']]).toEqual([
    ['page.ts', 'a.css', 'row.ts'],
    'row.ts',
    'r',
  ])
})

test('a renamed file keeps its text, place, caret and its being the entry', () => {
  const next = renameFile(setCaret(bench, 'page.ts', { line: 3, column: 7 }), 'page.ts', 'home.ts')
  expect(next).toEqual({
    files: { 'a.css': 'a', 'home.ts': 'p' },
    tabs: ['home.ts', 'a.css'],
    open: 'home.ts',
    entry: 'home.ts',
    carets: { 'home.ts': { line: 3, column: 7 } },
  })
})

test('deleting the open file opens its neighbour', () => {
  const next = deleteFile(addFile(bench, 'row.ts', ''), 'row.ts')
  expect([next.tabs, next.open]).toEqual([['page.ts', 'a.css'], 'a.css'])
})

test('the entry cannot be deleted, and the sentence says what to do', () => {
  expect(() => deleteFile(bench, 'page.ts')).toThrow(
    new WorkError(
      'file-entry',
      'The page starts from page.ts, so it can’t be deleted. Rename it, or replace its text.',
    ),
  )
})

test('the entry stays a TypeScript file', () => {
  expect(() => renameFile(bench, 'page.ts', 'page.css')).toThrow(
    'received “page.css”. Add the ending.',
  )
})

test('a file that is gone is named', () => {
  expect(() => edit(bench, 'b.ts', '')).toThrow('Expected the file b.ts')
})

test('a tab moves to a place', () => {
  expect(moveTab(addFile(bench, 'row.ts', ''), 'row.ts', 0).tabs).toEqual([
    'row.ts',
    'page.ts',
    'a.css',
  ])
})

test('an edit that changes nothing gives the same bench', () => {
  expect(edit(bench, 'a.css', 'a')).toBe(bench)
})

test('other files keep the tabs that still exist in their order', () => {
  const next = replaceFiles(moveTab(bench, 'a.css', 0), {
    entry: 'page.ts',
    files: { 'page.ts': '1', 'b.ts': '2', 'a.css': '3' },
  })
  expect(next.tabs).toEqual(['a.css', 'page.ts', 'b.ts'])
})

test('an entry that is gone gives way to the first TypeScript file', () => {
  expect(settle({ ...bench, files: { 'a.css': '', 'z.ts': '' } })).toEqual({
    files: { 'a.css': '', 'z.ts': '' },
    tabs: ['a.css', 'z.ts'],
    open: 'z.ts',
    entry: 'z.ts',
    carets: {},
  })
})
