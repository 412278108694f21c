/** What a sandbox is to the rest of the host, whichever way it is made. */
import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

export interface Sandbox {
  /** First process of the tree, in the host's own numbers. */
  root: number
  input: Writable
  output: Readable
  /** No cgroup bounds its part of the processors, so its niceness has to. */
  isByNiceness: boolean
  /** The kernel's counts, or null where it keeps none for this sandbox. */
  counters(): Promise<{ memoryKills: number; refusedForks: number }> | null
  /** Ends every process in it, at once. */
  kill(): void
  /** Resolves when its first process is gone and what it held is given back. */
  gone: Promise<LastWords>
}

export interface LastWords {
  /** The end of what it said on stderr. */
  said: string
  /** The kernel ended one of its processes for want of memory. */
  outOfMemory: boolean
}

export interface SandboxMaker {
  kind: 'bubblewrap' | 'permission-model'
  /** Why the weaker kind had to be taken. */
  reason: string
  /** Limits and walls that do not hold in this kind, as sentences for the reader. */
  notHeld: string[]
  start(): Promise<Sandbox>
  close(): Promise<void>
}

/** Keeps the last of what a process says on stderr, for the log and for an error. */
export function tailOf(child: ChildProcess): () => string {
  let tail = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-2000)
  })
  child.stderr?.on('error', () => {})
  return () => tail.trim()
}
