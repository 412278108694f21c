/** The core's hands, for the files that are fetched later: imported from there they would be bundled twice. */
import { refusal } from './imports.ts'
import { isInput } from './input.ts'
import { nodesOf, rowsIn } from './table.ts'
import { instantiate } from './template.ts'
import { fillHole, moveNodes, parseMarkup, takeOut } from './write.ts'

export const tools = {
  fillHole,
  instantiate,
  isInput,
  moveNodes,
  nodesOf,
  parseMarkup,
  refusal,
  rowsIn,
  takeOut,
}
export type Tools = typeof tools
