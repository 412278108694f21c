/** Serves the client: the modules that run in the tab, under names that change with their content. */
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { clientFiles } from './client-files.ts'
import { ServerError } from './errors.ts'

interface Asset {
  body: Buffer
  gzipped: Buffer
}

export class Assets {
  /** Path of the client under the prefix. */
  readonly client: string
  private readonly files = new Map<string, Asset>()

  /** @throws ServerError 'client-missing' when the client was not built. */
  constructor() {
    const files = clientFiles()
    if (!files) {
      throw new ServerError(
        'client-missing',
        'Expected client.js beside the server, received no such file. Run npm run build first.',
      )
    }
    const hash = createHash('sha256')
    for (const [name, body] of files) {
      if (name.endsWith('.gz')) continue
      hash.update(body)
      this.files.set(name, { body, gzipped: files.get(`${name}.gz`) ?? gzipped(body) })
    }
    // One version for all of them: a module finds the others by its own address.
    const version = hash.digest('base64url').slice(0, 10)
    for (const [name, asset] of [...this.files]) {
      this.files.delete(name)
      this.files.set(`${ASSETS}${version}/${name}`, asset)
    }
    this.client = `${ASSETS}${version}/client.js`
  }

  /** Answers if the path is an asset's; otherwise returns false. */
  answer(path: string, asGzip: boolean, response: ServerResponse): boolean {
    if (!path.startsWith(ASSETS)) return false
    const asset = this.files.get(path)
    if (!asset) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('This file belongs to another version of the server. Reload the page.')
      return true
    }
    response.writeHead(200, {
      'content-type': path.endsWith('.wasm')
        ? 'application/wasm'
        : 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(asGzip ? { 'content-encoding': 'gzip' } : {}),
    })
    response.end(asGzip ? asset.gzipped : asset.body)
    return true
  }
}

const ASSETS = '/_telar/'

// Small blocks suit the core, whose decoder and script are very different; one block suits its other files.
export function gzipped(body: Uint8Array): Buffer {
  const [small, large] = [5, 9].map((memLevel) => gzipSync(body, { level: 9, memLevel }))
  return small!.length < large!.length ? small! : large!
}
