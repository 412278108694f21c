/** What the files that are loaded later use of a session. */
import type { PageConfig, TabFault } from '../../engine/protocol/signals.ts'
import type { Window } from '../../engine/protocol/window.ts'
import type { Gate } from './events.ts'
import type { Inputs } from './input.ts'
import type { Queue } from './queue.ts'
import type { remember } from './remember.ts'
import type { Link } from './socket.ts'
import type { Component } from './table.ts'
import type { Tools } from './tools.ts'
import type { Status, Watcher } from './watcher.ts'

export interface SessionHandle {
  /** Its epoch is that of the newest welcome. */
  config: PageConfig
  /** The last applied frame, and the last one that the server knows to be applied. */
  newest: number
  told: number
  /** `left`: another page was put in place of this one, and what comes before the server's empty frame is for the old one. */
  phase: 'left' | 'apart' | 'resuming' | 'repainting' | 'joined'
  /** A frame failed: the page does not show what the server believes. */
  broken?: boolean
  readonly gate: Gate
  readonly inputs: Inputs
  readonly queue: Queue
  readonly link: Link
  readonly tools: Tools
  readonly page: {
    /** Another page stands in the root. Returns the components of the one before. */
    swap(next: Component[]): Component[]
  }
  /** Sees what others write into the page. */
  readonly others: MutationObserver
  /** Frames that wait. */
  readonly arrived: Uint8Array[]
  readonly watcher: Watcher | undefined
  limits: Window
  error(fault: TabFault): void
  status(now: Status): void
  /** Joins as one whose page is damaged. */
  rejoin(): void
  send(bytes: Uint8Array): boolean
  /** Runs something with another file of the client. */
  need(name: 'fields', act: (part: { rememberState: typeof remember }) => void): void
  /** Says hello to the server; false if no connection is open: then it is said as soon as one is. */
  greet(): boolean
  /** Reads the markers of what stands in the root. */
  readPage(): Component[]
}
