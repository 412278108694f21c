/** Opens the site's port, or says in a sentence why it can't. */
import type { Server } from 'node:http'
import { listen as open } from '../../engine/http/index.ts'
import { SettingsError } from './settings.ts'

/** Resolves once `server` listens; throws `port-taken` or `port-refused`. */
export async function listen(server: Server, port: number, bind: string): Promise<void> {
  await open(server, port, bind).catch((error) => {
    throw explain(error, port, bind)
  })
}

function explain(error: NodeJS.ErrnoException, port: number, bind: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new SettingsError(
        'port-taken',
        `Expected a free port, received ${port}, which another program uses. Choose another, for example PORT=${another(port)} npm start; the container host takes the port after it.`,
      )
    case 'EACCES':
      return new SettingsError(
        'port-refused',
        `Expected a port that this user may open, received ${port}. Choose one above 1023, for example PORT=3000 npm start.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new SettingsError(
        'port-refused',
        `Expected TELAR_BIND to be an address of this machine, received "${bind}". Leave it out for 127.0.0.1.`,
      )
    default:
      return error
  }
}

// Far enough away to avoid both the site's port and its host's.
const another = (port: number) => (port + 100 < 65535 ? port + 100 : port - 100)
