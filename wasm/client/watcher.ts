/** Who may look on while a page lives: the status line, and the debug module. */

export type Status = 'connecting' | 'connected' | 'disconnected' | 'stale' | 'refused'

export interface Fault {
  code: string
  message: string
  owner: 'app' | 'engine' | 'network' | 'host'
}

export interface Watcher {
  status(status: Status): void
  error(fault: Fault): void
  /** The page has joined its session for the first time. */
  ready?(): void
  frame?(direction: 'up' | 'down', bytes: Uint8Array, at: number, ms: number): void
}
