/** The host's interface to a sandbox of any kind. */
import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

export interface Sandbox {
  /** The first process of the tree, as the host numbers it. */
  root: number
  input: Writable
  output: Readable
  /** No cgroup limits its share of the processors, so its niceness has to. */
  isByNiceness: boolean
  /** The kernel's counts; null where it bounds and counts nothing for this sandbox. */
  counters: (() => Promise<{ memoryKills: number; refusedForks: number }>) | null
  /** Ends every process in it, at once. */
  kill(): void
  /** Resolves when its first process is gone and its resources are released. */
  gone: Promise<LastWords>
}

export interface LastWords {
  /** The end of its output on stderr. */
  said: string
  /** The kernel killed one of its processes because memory ran out. */
  outOfMemory: boolean
}

export interface SandboxMaker {
  kind: 'bubblewrap' | 'permission-model'
  /** Why the weaker kind is used. */
  reason: string
  /** Limits and protections that this kind lacks, as sentences for the reader. */
  notHeld: string[]
  start(): Promise<Sandbox>
  close(): Promise<void>
}

/** Keeps the last output of a process on stderr, for the log and for an error. */
export function tailOf(child: ChildProcess): () => string {
  let tail = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-2000)
  })
  child.stderr?.on('error', () => {})
  return () => tail.trim()
}
