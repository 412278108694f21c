/** What other rooms import from the playground's container. */
export { type ContainerOptions, createContainer } from './container.ts'
export { fetchEngineFiles, type MountFiles } from './engine-files.ts'
export type {
  ConsoleLine,
  Container,
  ContainerState,
  EndReason,
  Owner,
  Phase,
  Problem,
  Project,
  Step,
  StepResult,
} from './types.ts'
