/** What a lesson's text imports to reach the preview beside it. */
export { PreviewError } from './link.ts'
export { type Box, type Markable, sameAction, type Told, type VisitorAction } from './messages.ts'
export {
  type DrawnFrame,
  type FrameField,
  type Measure,
  type Outcome,
  type Workbench,
  workbench,
} from './workbench.ts'
