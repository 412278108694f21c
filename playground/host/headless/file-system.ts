/** The `fs` of the client library, carried out by the agent. */
import { proxy } from 'comlink'
import type { DirectoryEntry } from '../messages.ts'
import type { Connection } from './connection.ts'

type Encoding = string | { encoding?: string | null } | null | undefined

type WatchListener = (event: string, filename: string) => void

export function createFileSystem(connection: Connection) {
  return {
    async readFile(path: string, options?: Encoding) {
      const encoding = encodingOf(options)
      const { value, bytes } = await connection.call({ method: 'readFile', path, encoding })
      // A copy, so that the rest of the reply's buffer is not cloned too.
      return encoding === null ? bytes.slice() : value
    },

    async writeFile(path: string, contents: string | Uint8Array, options?: Encoding) {
      const encoding = encodingOf(options)
      if (typeof contents === 'string')
        await connection.call({ method: 'writeFile', path, text: contents, encoding })
      else await connection.call({ method: 'writeFile', path, encoding: null }, contents)
    },

    async mkdir(path: string, options?: { recursive?: boolean }) {
      const recursive = options?.recursive === true
      const { value } = await connection.call({ method: 'mkdir', path, recursive })
      return value ?? undefined
    },

    async readdir(path: string, options?: Encoding | { withFileTypes?: boolean }) {
      const { value } = await connection.call({ method: 'readdir', path })
      const entries = value as DirectoryEntry[]
      const named = (entry: DirectoryEntry) =>
        encodingOf(options as Encoding) === 'buffer' ? encoder.encode(entry.name) : entry.name
      const withTypes = typeof options === 'object' && options && 'withFileTypes' in options
      if (!withTypes || !options.withFileTypes) return entries.map(named)
      // The client library reads the kind from the property of this name.
      return entries.map((entry) => ({ name: named(entry), 'Symbol(type)': entry.kind }))
    },

    async rm(path: string, options?: { force?: boolean; recursive?: boolean }) {
      const { force = false, recursive = false } = options ?? {}
      await connection.call({ method: 'rm', path, force, recursive })
    },

    async rename(from: string, to: string) {
      await connection.call({ method: 'rename', from, to })
    },

    async watch(path: string, options: unknown, listener?: WatchListener) {
      const watch = connection.number()
      const recursive = (options as { recursive?: boolean } | null)?.recursive === true
      if (listener)
        connection.watches.set(watch, ({ event, filename }) => void listener(event, filename))
      await connection.call({ method: 'watch', watch, path, recursive })
      return proxy({
        async close() {
          connection.watches.delete(watch)
          // A container that has ended watches nothing.
          await connection.call({ method: 'unwatch', watch }).catch(() => {})
        },
      })
    },
  }
}

const encodingOf = (options: Encoding): string | null =>
  typeof options === 'string' ? options : (options?.encoding ?? null)

const encoder = new TextEncoder()
