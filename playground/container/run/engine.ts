/** The engine that the runner uses: the one in the container's own `node_modules`. */
import type * as Components from 'telar'
import type * as Serving from 'telar/server'
import type * as Testing from 'telar/testing'

export type EngineDoor = typeof Components

// The names are built at run time so that no bundler follows them: they are packages of the container.
const door = <Door>(name: string) =>
  import(['telar', name].filter(Boolean).join('/')) as Promise<Door>

export const engineDoor = () => door<EngineDoor>('')
export const serverDoor = () => door<typeof Serving>('server')
export const testingDoor = () => door<typeof Testing>('testing')
