/** What the site reads and writes of saved work without a workspace. */
export type { LessonChanges } from './lesson-changes.ts'
export { isSavedCode, readSaved, type SavedCode, writeSaved } from './saved-code.ts'
