/** What the core knows how to do, for the files that are fetched later: they need not bring it along. */
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
