/** The door for tests and for lessons' checks: what is imported from `telar/testing`. */
export {
  type Check,
  check,
  runCheck,
  type Step,
  type StepResult,
  type StepTools,
  step,
} from './check.ts'
export { type TestingCode, TestingError } from './errors.ts'
export { HandClock } from './hand-clock.ts'
export {
  byLabel,
  byRole,
  byText,
  type Query,
  type QueryOptions,
  type RoleOptions,
} from './query.ts'
export type { Message, Tab, TabClock } from './tab.ts'
export { type VisitOptions, visit } from './visit.ts'
