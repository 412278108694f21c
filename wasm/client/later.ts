/** The client's second file: what a page needs only after a while, fetched once it stands. */
export { decodeFrame } from './decode.ts'
export { createDriver } from './drive.ts'
export { createRepaint } from './repaint.ts'
export { createStatus } from './status.ts'
