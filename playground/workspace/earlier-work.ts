/** A reader's own code of an earlier lesson, for a lesson that goes on with it. */
import type { Project } from '../container/types.ts'
import { type LessonChanges, withHunks } from './lesson-changes.ts'
import { overlay } from './overlay.ts'
import type { WorkStorage } from './records.ts'

/** The lesson that another one goes on with. */
export interface EarlierLesson {
  /** Where its work is saved. */
  readonly page: string
  /** What it began with. */
  readonly template: Project
  /** What the later lesson changes in the answer to this one. */
  readonly changes: LessonChanges
}

/** The reader's own code, ready for the later lesson, or the files that stand in its way. */
export type EarlierWork = { readonly project: Project } | { readonly clashes: readonly string[] }

/**
 * The files that the reader left, with what the later lesson brings: its new files, its version of those that the reader
 * has not touched, and its changes in the others. Undefined if nothing was written there. A file in which the changes have
 * no place is a clash: without them the lesson does not run.
 */
export async function earlierWork(
  storage: Pick<WorkStorage, 'load'>,
  { page, template, changes }: EarlierLesson,
  start: Project,
): Promise<EarlierWork | undefined> {
  const saved = await storage.load(page)
  const own = overlay(template.files, saved.files, template)
  const isTouched = (name: string) => own[name] !== template.files[name]
  if (!Object.keys({ ...own, ...template.files }).some(isTouched)) return undefined
  const files = { ...own, ...start.files }
  const clashes: string[] = []
  for (const [name, text] of Object.entries(own)) {
    if (!isTouched(name) || text === start.files[name]) continue
    const hunks = changes[name] ?? []
    const isNew = name in changes && hunks.length === 0
    const merged = isNew ? undefined : withHunks(text, hunks)
    if (merged === undefined) clashes.push(name)
    else files[name] = merged
  }
  if (clashes.length > 0) return { clashes }
  // An entry that the reader has renamed still starts.
  const entry = saved.page?.entry ?? template.entry
  return { project: { files, entry: entry in files ? entry : start.entry } }
}
