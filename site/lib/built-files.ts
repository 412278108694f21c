/** Serves the few files that the build makes for the playground: the engine as files, its types. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Address → file below the folder of built things. */
const FILES: Readonly<Record<string, string>> = {
  '/telar-engine.json': 'telar-engine.json',
  '/telar-types.json': 'telar-types.json',
}

interface BuiltFile {
  plain: Buffer
  packed: Buffer
  tag: string
}

/** Answers a request for a built file and says true, or says false and leaves it alone. */
export type ServeBuilt = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) => boolean

export function createBuiltFiles(folder: string): ServeBuilt {
  const kept = new Map<string, BuiltFile>()
  return (request, response, path) => {
    const name = Object.hasOwn(FILES, path) ? FILES[path] : undefined
    if (!name) return false
    const file = kept.get(name) ?? readBuilt(join(folder, name))
    if (!file) {
      answerMissing(response, name)
      return true
    }
    kept.set(name, file)
    send(request, response, file)
    return true
  }
}

function readBuilt(path: string): BuiltFile | undefined {
  try {
    const plain = readFileSync(path)
    const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    return { plain, packed: gzipSync(plain, { level: 9 }), tag }
  } catch {
    return undefined
  }
}

function send(request: IncomingMessage, response: ServerResponse, file: BuiltFile) {
  response.setHeader('ETag', file.tag)
  response.setHeader('Cache-Control', 'no-cache')
  response.setHeader('Vary', 'Accept-Encoding')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (request.headers['if-none-match'] === file.tag) return response.writeHead(304).end()
  const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const body = packed ? file.packed : file.plain
  if (packed) response.setHeader('Content-Encoding', 'gzip')
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function answerMissing(response: ServerResponse, name: string) {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${name} is not built yet. Run "npm run build", then start again.\n`)
}
