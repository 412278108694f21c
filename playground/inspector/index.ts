/** What other rooms import from the inspector: the wire log and its texts. */
export {
  createWireLog,
  type Total,
  visitorWord,
  type WireLog,
  type WireLogState,
} from './wire-log.ts'
export { postedMessage, type WireMessage, type WireMessageContent } from './wire-message.ts'
export { hexLines, opLine, sizeWord, timeWord, upLines } from './words.ts'
