/** The door of the inspector: the thread's store and its words. */
export { createThread, type Thread, type ThreadState, type Total, visitorWord } from './thread.ts'
export { type Tick, type TickContent, wireMessage } from './tick.ts'
export { hexLines, opLine, sizeWord, timeWord, upLines } from './words.ts'
