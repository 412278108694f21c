/** Functions of the core for the files that are loaded later, which then need no copy of them. */
import { encodeMessage } from '../../engine/protocol/event.ts'
import { KEPT } from '../../engine/protocol/names.ts'
import { modifiersOf } from './event-dispatch.ts'
import { refusal } from './imports.ts'
import { isInput } from './input.ts'
import { fieldOf } from './payload.ts'
import { nodesOf, rowsIn } from './table.ts'
import { instantiate } from './template.ts'
import { fillChildSlot, moveNodes, parseMarkup, takeOut } from './write.ts'

export const tools = {
  KEPT,
  encodeMessage,
  fieldOf,
  fillChildSlot,
  instantiate,
  isInput,
  modifiersOf,
  moveNodes,
  nodesOf,
  parseMarkup,
  refusal,
  rowsIn,
  takeOut,
}

export type Tools = typeof tools
