/** One booted container, with the methods that the client library calls. */
import { proxy } from 'comlink'
import { endingLine } from '../ending.ts'
import type { RuntimeInfo } from '../messages.ts'
import type { Connection } from './connection.ts'
import { createEvents } from './events.ts'
import { createFileSystem } from './file-system.ts'
import { createProcesses, type Listener, type RunOptions } from './processes.ts'

interface SerializeOptions {
  format?: string
  includes?: string[]
  excludes?: string[]
}

export function createInstance(connection: Connection, runtimeInfo: RuntimeInfo) {
  const events = createEvents(connection)
  const processes = createProcesses(connection)
  connection.onEnded((ending) => {
    processes.end(endingLine(ending))
    if (ending.reason !== 'teardown') events.emitError(endingLine(ending))
  })

  return {
    fs: () => proxy(createFileSystem(connection)),
    runtimeInfo: () => runtimeInfo,
    // The client library asks for it and ignores the answer.
    previewScript: () => null,

    async loadFiles(tree: Uint8Array, options?: { mountPoints?: string }) {
      await connection.call({ method: 'mount', at: options?.mountPoints ?? null }, tree)
    },

    run: (
      options: RunOptions,
      _stdout: Listener | undefined,
      _stderr: Listener | undefined,
      output: Listener | undefined,
    ) => processes.run(options, output),

    on: events.on,

    async serialize(path: string, options: SerializeOptions = {}) {
      const { format = 'json', includes = [], excludes = [] } = options
      if (format !== 'json')
        throw new Error(
          `Expected the format "json", received "${format}". Pass { format: 'json' }.`,
        )
      const { bytes } = await connection.call({ method: 'export', path, includes, excludes })
      return bytes
    },

    async setPreviewScript(script: string, options: Record<string, unknown> = {}) {
      await connection.call({ method: 'setPreviewScript', script, options })
    },

    setCredentials() {
      throw new Error(
        'Expected no credentials, since this host has no accounts, received some. Leave `auth` out.',
      )
    },

    teardown: () => connection.close(),
  }
}
