/** What `build` of the client library talks to: one connection for each container it boots. */
import { proxy } from 'comlink'
import type { RuntimeInfo } from '../messages.ts'
import { connect } from './connection.ts'
import { createInstance } from './instance.ts'
import type { HeadlessSettings } from './settings.ts'

export interface BuildOptions {
  host?: string
  version?: string
  workdirName?: string
  forwardPreviewErrors?: boolean | 'exceptions-only'
}

/** `tellPosition` hears where this page stands in the queue while no container is free. */
export function createServer(settings: HeadlessSettings, tellPosition: (position: number) => void) {
  return {
    async build(options: BuildOptions) {
      if (settings.refusal !== null || settings.ticket === null)
        throw new Error(settings.refusal ?? 'The container host gave this page no ticket.')
      const connection = await connect(settings.ticket)
      connection.onQueued(({ position }) => tellPosition(position))
      const { value } = await connection.call({
        method: 'open',
        name: options.workdirName ?? null,
        forwardPreviewErrors: options.forwardPreviewErrors ?? false,
      })
      return proxy(createInstance(connection, value as RuntimeInfo))
    },
  }
}
