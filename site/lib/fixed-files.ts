/** Serves the static files besides Next's own: the engine for the playground and for projects, its types, the fonts. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { takesGzip } from '../../engine/http/index.ts'

interface FileRoot {
  /** Relative to the folder of the repository. */
  path: string
  type: string
  cache: string
}

interface LoadedFile extends FileRoot {
  plain: Buffer
  /** Only if it is worth it. */
  packed?: Buffer
  tag: string
}

/** Answers a request for one of these files and returns true; otherwise returns false and does nothing. */
type ServeFixed = (request: IncomingMessage, response: ServerResponse, address: string) => boolean

export function createFixedFiles(root: string): ServeFixed {
  const kept = new Map<string, LoadedFile>()
  return (request, response, address) => {
    const place = PLACES.get(address)
    if (!place) return false
    const file = kept.get(address) ?? readPlace(root, place)
    if (!file) {
      answerMissing(response, place)
      return true
    }
    kept.set(address, file)
    send(request, response, file)
    return true
  }
}

const built = (name: string): FileRoot => ({
  path: `dist/${name}`,
  type: 'application/json; charset=utf-8',
  // Revalidated each time: it changes with every build but its address does not.
  cache: 'no-cache',
})

const font = (path: string, name: string): FileRoot => ({
  path: `node_modules/${path}/files/${name}`,
  type: 'font/woff2',
  cache: 'public, max-age=604800',
})

/** The faces of site/app/fonts.css. Where one weight or two are used, a file of each is lighter than that of all. */
const FONTS = [
  ['@fontsource-variable/figtree', 'wght-normal'],
  ['@fontsource-variable/source-serif-4', 'wght-normal'],
  ['@fontsource/source-serif-4', '400-italic'],
  ['@fontsource/jetbrains-mono', '400-normal'],
  ['@fontsource/jetbrains-mono', '600-normal'],
] as const

const PLACES = new Map<string, FileRoot>([
  ['/telar-engine.json', built('telar-engine.json')],
  ['/telar-types.json', built('telar-types.json')],
  ['/telar-node-types.json', built('telar-node-types.json')],
  // Asked for again each time, so that a new build takes the place of an old worker at once.
  ['/sw.js', { ...built('sw.js'), type: 'text/javascript; charset=utf-8' }],
  ['/telar-project.json', built('telar-project.json')],
  ...['telar.tgz', 'create-telar.tgz'].map((name): [string, FileRoot] => [
    `/${name}`,
    { ...built(name), type: 'application/gzip' },
  ]),
  [
    '/telar-theme.js',
    {
      path: 'site/examples/theme.js',
      type: 'text/javascript; charset=utf-8',
      cache: 'no-cache',
    },
  ],
  [
    '/telar-offline.js',
    {
      path: 'site/offline/register.js',
      type: 'text/javascript; charset=utf-8',
      cache: 'no-cache',
    },
  ],
  [
    '/telar-todomvc.js',
    {
      path: 'site/examples/todomvc-hooks.js',
      type: 'text/javascript; charset=utf-8',
      cache: 'no-cache',
    },
  ],
  [
    '/licence.txt',
    { path: 'LICENSE', type: 'text/plain; charset=utf-8', cache: 'public, max-age=3600' },
  ],
  ...FONTS.flatMap(([family, kind]) =>
    ['latin', 'latin-ext'].map((letters): [string, FileRoot] => {
      const name = `${family.split('/')[1]}-${letters}-${kind}.woff2`
      return [`/fonts/${name}`, font(family, name)]
    }),
  ),
])

/** Their addresses, for the test of links. */
export const FIXED_ADDRESSES: readonly string[] = [...PLACES.keys()]

/** Types that are compressed already. */
const PACKED = /^(font\/|application\/gzip$)/

function readPlace(root: string, place: FileRoot): LoadedFile | undefined {
  try {
    const plain = readFileSync(join(root, place.path))
    const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    const packed = PACKED.test(place.type) ? undefined : gzipSync(plain, { level: 9 })
    return { ...place, plain, tag, ...(packed && { packed }) }
  } catch {
    return undefined
  }
}

function send(request: IncomingMessage, response: ServerResponse, file: LoadedFile) {
  response.setHeader('ETag', file.tag)
  response.setHeader('Cache-Control', file.cache)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if (file.packed) response.setHeader('Vary', 'Accept-Encoding')
  if (request.headers['if-none-match'] === file.tag) return response.writeHead(304).end()
  const packed = takesGzip(request.headers['accept-encoding']) ? file.packed : undefined
  if (packed) response.setHeader('Content-Encoding', 'gzip')
  const body = packed ?? file.plain
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function answerMissing(response: ServerResponse, { path }: FileRoot) {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`Expected ${path}, received no such file. Run "npm run build", then start again.\n`)
}
