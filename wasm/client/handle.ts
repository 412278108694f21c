/** What the files that are loaded later use of a session. */
import type { PageConfig, TabFault } from '../../engine/protocol/signals.ts'
import type { Window } from '../../engine/protocol/window.ts'
import type { Inputs } from './input.ts'
import type { Queue } from './queue.ts'
import type { Link } from './socket.ts'
import type { Tools } from './tools.ts'
import type { Status, Watcher } from './watcher.ts'

export interface SessionHandle {
  readonly config: PageConfig
  readonly inputs: Inputs
  readonly queue: Queue
  readonly link: Link
  readonly tools: Tools
  readonly watcher: Watcher | undefined
  limits: Window
  /** Whether a frame was applied: the page was live before. */
  live: boolean
  error(fault: TabFault): void
  status(now: Status): void
  /** Joins as one whose page is damaged. */
  rejoin(): void
  send(bytes: Uint8Array): boolean
}
