/** What the testing kit imports from the client: it runs the shipped client. */
export { beginDrag } from './drag-way.ts'
export type { startSession } from './session.ts'
