/** What the inspector and tools import from the protocol. */
export { decodeFrame, type NameTable, nameTable } from './decode-ops.ts'
export { encodeOps } from './encode-ops.ts'
export { type ProtocolCode, ProtocolError } from './errors.ts'
export { decodeUp, encodeUp } from './event.ts'
export { decodeJson, encodeJson, marker } from './json.ts'
export type { Answer, EventData, Frame, Json, Op, Up, UpEvent } from './ops.ts'
