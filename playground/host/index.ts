/** What other rooms import from the container host. */
export type { SandboxReport } from './control.ts'
export { type ContainerHost, createHost, type HostOptions, type HostScripts } from './host.ts'
export { HostError, type HostErrorCode } from './host-error.ts'
export { DEFAULT_LIMITS, type Limits } from './limits.ts'
export type { PoolStats } from './pool.ts'
export { readScripts } from './scripts.ts'
