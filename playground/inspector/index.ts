/** The door of the inspector: the thread's store and its words. */
export {
  createWireLog,
  type Total,
  visitorWord,
  type WireLog,
  type WireLogState,
} from './wire-log.ts'
export { postedMessage, type WireMessage, type WireMessageContent } from './wire-message.ts'
export { hexLines, opLine, sizeWord, timeWord, upLines } from './words.ts'
