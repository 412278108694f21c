/** The state of one page's workspace, and the pure functions that change it. */
import type { Project } from '../container/types.ts'
import { nameProblem } from './file-names.ts'

/** The reader's position in a file; lines and columns count from 1. */
export interface Caret {
  readonly line: number
  readonly column: number
}

/** What a page shows first: a file, and a line of it counted from 1. */
export interface Focus {
  readonly file: string
  readonly line: number
}

/** Files with their order as tabs, the open one, and the caret in each. */
export interface Work {
  readonly files: Readonly<Record<string, string>>
  readonly tabs: readonly string[]
  readonly open: string
  readonly entry: string
  readonly carets: Readonly<Record<string, Caret>>
}

/** A step that the reader asked for and that is not possible; `message` is the sentence to show. */
export class WorkError extends Error {
  readonly code: 'file-name' | 'file-missing' | 'file-entry'
  readonly owner = 'app'

  constructor(code: WorkError['code'], message: string) {
    super(message)
    this.name = 'WorkError'
    this.code = code
  }
}

/** The workspace of a template: the entry first, then the other files by name; the file of the focus is open. */
export function layOut(template: Project, focus?: Focus): Work {
  const others = Object.keys(template.files).filter((name) => name !== template.entry)
  return {
    files: { ...template.files },
    tabs: [template.entry, ...others.sort()],
    open: focus?.file ?? template.entry,
    entry: template.entry,
    carets: focus ? { [focus.file]: { line: focus.line, column: 1 } } : {},
  }
}

export const projectOf = (work: Work): Project => ({ files: work.files, entry: work.entry })

export function edit(work: Work, name: string, text: string): Work {
  mustExist(work, name)
  return work.files[name] === text ? work : { ...work, files: { ...work.files, [name]: text } }
}

export function addFile(work: Work, name: string, text: string): Work {
  mustBeFree(name, Object.keys(work.files))
  return {
    ...work,
    files: { ...work.files, [name]: text },
    tabs: [...work.tabs, name],
    open: name,
  }
}

/** The file keeps its text, its place among the tabs and its caret; an entry stays the entry. */
export function renameFile(work: Work, from: string, to: string): Work {
  mustExist(work, from)
  if (from === to) return work
  const others = Object.keys(work.files).filter((name) => name !== from)
  mustBeFree(to, others)
  if (from === work.entry && !to.endsWith('.ts'))
    throw new WorkError(
      'file-entry',
      `Expected a name that ends in .ts, since the page starts from ${from}, received “${to}”. Add the ending.`,
    )
  const renamed = (name: string) => (name === from ? to : name)
  return {
    files: mapKeys(work.files, renamed),
    tabs: work.tabs.map(renamed),
    open: renamed(work.open),
    entry: renamed(work.entry),
    carets: mapKeys(work.carets, renamed),
  }
}

export function deleteFile(work: Work, name: string): Work {
  mustExist(work, name)
  if (name === work.entry)
    throw new WorkError(
      'file-entry',
      `The page starts from ${name}, so it can’t be deleted. Rename it, or replace its text.`,
    )
  const at = work.tabs.indexOf(name)
  const tabs = work.tabs.filter((tab) => tab !== name)
  return {
    ...work,
    files: without(work.files, name),
    carets: without(work.carets, name),
    tabs,
    open: work.open === name ? (tabs[Math.min(at, tabs.length - 1)] ?? work.entry) : work.open,
  }
}

export function moveTab(work: Work, name: string, to: number): Work {
  mustExist(work, name)
  const tabs = work.tabs.filter((tab) => tab !== name)
  tabs.splice(Math.max(0, Math.min(to, tabs.length)), 0, name)
  return { ...work, tabs }
}

export function openFile(work: Work, name: string): Work {
  mustExist(work, name)
  return work.open === name ? work : { ...work, open: name }
}

export function setCaret(work: Work, name: string, caret: Caret): Work {
  const was = work.carets[name]
  if (!(name in work.files)) return work
  if (was && was.line === caret.line && was.column === caret.column) return work
  return { ...work, carets: { ...work.carets, [name]: caret } }
}

/** Other files replace all; tabs that still exist stay where they were. */
export function replaceFiles(work: Work, project: Project): Work {
  return settle({ ...work, files: { ...project.files }, entry: project.entry })
}

/** Makes tabs, open file and entry agree with the files. */
export function settle(work: Work): Work {
  const names = Object.keys(work.files)
  const known = new Set(names)
  const standing = [...new Set(work.tabs)].filter((name) => known.has(name))
  const fresh = names.filter((name) => !standing.includes(name)).sort()
  const entry = known.has(work.entry)
    ? work.entry
    : (names.find((name) => name.endsWith('.ts')) ?? names[0] ?? work.entry)
  const carets = Object.entries(work.carets).filter(([name]) => known.has(name))
  return {
    files: work.files,
    tabs: [...standing, ...fresh],
    open: known.has(work.open) ? work.open : entry,
    entry,
    carets: Object.fromEntries(carets),
  }
}

function mustExist(work: Work, name: string): void {
  if (!(name in work.files))
    throw new WorkError(
      'file-missing',
      `Expected the file ${name}, received no such file: it was deleted or renamed.`,
    )
}

function mustBeFree(name: string, taken: readonly string[]): void {
  const problem = nameProblem(name, taken)
  if (problem) throw new WorkError('file-name', problem)
}

const mapKeys = <T>(record: Readonly<Record<string, T>>, name: (key: string) => string) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [name(key), value]))

const without = <T>(record: Readonly<Record<string, T>>, name: string) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
