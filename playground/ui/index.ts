/** The door of the playground's screen. */
export { Playground, type PlaygroundProps } from './playground.tsx'
export type { CheckProgress } from './use-check.ts'
export { Workspace, type WorkspaceProps } from './workspace.tsx'
