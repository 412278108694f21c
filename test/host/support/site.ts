/** A site of one page with the real client library in it, on an origin of its own. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

export interface TestSite {
  origin: string
  close(): Promise<void>
}

/** `globalThis.WebContainerLibrary` on its page is the whole client library. */
export async function startSite(headers: Record<string, string> = {}): Promise<TestSite> {
  const result = await build({
    stdin: {
      contents:
        "import * as library from '@webcontainer/api'; globalThis.WebContainerLibrary = library",
      resolveDir: fileURLToPath(new URL('../../..', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'iife',
  })
  const script = result.outputFiles[0]!.text
  const server = createServer((request, response) => {
    const isScript = request.url === '/library.js'
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript' : 'text/html',
      ...headers,
    })
    response.end(isScript ? script : '<!doctype html><script src="/library.js"></script>')
  })
  const port = await listening(server)
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
