/** What the site imports from the playground. */

export type { CheckWords } from './check-words.ts'
export type { LessonHelp } from './lesson-help.tsx'
export { Playground, type PlaygroundProps } from './playground.tsx'
export type { Piece, Puzzle } from './puzzle-order.ts'
export type { CheckProgress } from './use-check.ts'
export type { Earlier } from './use-earlier.ts'
export { type Play, usePlay } from './use-play.ts'
export { WorkspaceWords } from './use-words.ts'
export { Workspace, type WorkspaceProps } from './workspace.tsx'
