/** What the testing kit imports from the client: it runs the shipped client. */
export { beginDrag } from './drag/way.ts'
export type { startSession } from './session.ts'
export type { Connection, Line, Transport } from './transport.ts'

/** What the client uses of a window. */
export type ClientWindow = typeof import('./window.ts')
