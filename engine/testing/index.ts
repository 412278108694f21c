/** What tests and lessons' checks import from `telar/testing`. */

export { byRole, type RoleOptions } from './by-role.ts'
export {
  byAltText,
  byDisplayValue,
  byLabel,
  byPlaceholder,
  byTestId,
  byText,
  byTitle,
} from './by-words.ts'
export {
  type Act,
  type Check,
  check,
  failure,
  type Hint,
  runCheck,
  type Step,
  StepFailure,
  type StepResult,
  type StepTools,
  step,
} from './check.ts'
export { type Budget, type Cost, type CostMatchers, costs } from './costs.ts'
export { type TestingCode, TestingError } from './errors.ts'
export type { FireOptions } from './fire.ts'
export { HandClock } from './hand-clock.ts'
export type { Message } from './messages.ts'
export { type Query, type QueryOptions, within } from './query.ts'
export type { Tab } from './tab.ts'
export type { TabClock } from './tab-clock.ts'
export { type PagesOptions, type VisitArguments, type VisitOptions, visit } from './visit.ts'
