/** What other rooms import from the inspector: the wire log and its texts. */

export { type Consequences, consequencesOf, unasked } from './consequences.ts'
export { type Field, type FieldName, fieldsOf } from './frame-fields.ts'
export { type Crossed, isCounted, measureOf, opsOf, type WireMeasure } from './measure.ts'
export { upFieldsOf } from './up-fields.ts'
export {
  createWireLog,
  type Total,
  visitorWord,
  type WireLog,
  type WireLogState,
} from './wire-log.ts'
export { postedMessage, type WireMessage, type WireMessageContent } from './wire-message.ts'
export { hexLines, opLine, sizeWord, timeWord, upLines } from './words.ts'
