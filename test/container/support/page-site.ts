/** A site of one page that holds the playground's container, as the real playground would. */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { MountFiles } from '../../../playground/container/engine-files.ts'

export interface PageSite {
  origin: string
  close(): Promise<void>
}

/** `globalThis.Container` on its page is the door of playground/container; `/engine.json` has the files to mount. */
export async function startPageSite(engineFiles: MountFiles): Promise<PageSite> {
  const { outputFiles } = await build({
    entryPoints: [
      fileURLToPath(new URL('../../../playground/container/index.ts', import.meta.url)),
    ],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'Container',
  })
  const pages: Record<string, [type: string, text: string]> = {
    '/': ['text/html', '<!doctype html><title>Site</title><script src="/container.js"></script>'],
    '/container.js': ['text/javascript', outputFiles[0]?.text ?? ''],
    '/engine.json': ['application/json', JSON.stringify(engineFiles)],
  }
  const server = createServer((request, response) => answer(response, pages[request.url ?? '']))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => close(server),
  }
}

function answer(response: ServerResponse, page: [type: string, text: string] | undefined): void {
  response.writeHead(page ? 200 : 404, { 'content-type': page?.[0] ?? 'text/plain' })
  response.end(page?.[1])
}

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
