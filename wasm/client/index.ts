/** The client's door for the testing kit, which runs the client as it ships. */
export { beginDrag } from './drag-way.ts'
export type { startSession } from './session.ts'
