/** The door for serving: what a server imports from `telar/server`. */

export type { Bus } from '../bus/bus.ts'
export { localBus } from '../bus/local-bus.ts'
export type { Fault } from '../component/fault.ts'
export { consoleLogger, type Logger, silentLogger } from '../observe/log.ts'
export type { Watch } from '../session/options.ts'
export { fileStore } from '../state/file-store.ts'
export { memoryStore } from '../state/memory-store.ts'
export type { StateStore } from '../state/store.ts'
export { ServerError } from './errors.ts'
export { type Live, telar } from './live.ts'
export type { LiveOptions, ServeOptions, ServerLimits } from './options.ts'
export { type LiveServer, serve } from './serve.ts'
