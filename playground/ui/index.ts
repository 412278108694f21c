/** What the site imports from the playground. */
export { Playground, type PlaygroundProps } from './playground.tsx'
export type { CheckProgress } from './use-check.ts'
export { Workspace, type WorkspaceProps } from './workspace.tsx'
