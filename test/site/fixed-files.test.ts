/** The fixed files come with their type, packed where it helps, and once only. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFixedFiles } from '../../site/lib/fixed-files.ts'

const root = mkdtempSync(join(tmpdir(), 'telar-fixed-'))
let server: Server
let origin = ''

beforeAll(async () => {
  const fonts = join(root, 'node_modules/@fontsource-variable/figtree/files')
  mkdirSync(join(root, 'dist'))
  mkdirSync(fonts, { recursive: true })
  writeFileSync(join(root, 'dist/telar-types.json'), '{"index.d.ts":"export {}"}')
  writeFileSync(join(root, 'dist/telar.tgz'), 'packed')
  writeFileSync(join(root, 'dist/create-telar.tgz'), 'command')
  writeFileSync(join(root, 'dist/secret.json'), '{}')
  writeFileSync(join(fonts, 'figtree-latin-wght-normal.woff2'), 'wOF2')
  const serve = createFixedFiles(root)
  server = createServer((request, response) => {
    if (!serve(request, response, request.url ?? '/')) response.writeHead(404).end('left alone')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  rmSync(root, { recursive: true })
})

test('the types come as JSON, packed for whoever takes it', async () => {
  const packed = await fetch(`${origin}/telar-types.json`, {
    headers: { 'accept-encoding': 'gzip' },
  })
  expect(packed.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(await packed.json()).toEqual({ 'index.d.ts': 'export {}' })
  const plain = await fetch(`${origin}/telar-types.json`, {
    headers: { 'accept-encoding': 'identity' },
  })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe('{"index.d.ts":"export {}"}')
  const refused = await fetch(`${origin}/telar-types.json`, {
    headers: { 'accept-encoding': 'gzip;q=0' },
  })
  expect(refused.headers.get('content-encoding')).toBeNull()
})

test('the packed engine comes as it is, and is asked for again by whoever has it', async () => {
  const archive = await fetch(`${origin}/telar.tgz`, { headers: { 'accept-encoding': 'gzip' } })
  expect(archive.headers.get('content-type')).toBe('application/gzip')
  expect(archive.headers.get('content-encoding')).toBeNull()
  expect(archive.headers.get('cache-control')).toBe('no-cache')
  expect(await archive.text()).toBe('packed')
})

test('so does the command that makes projects, for whoever has no clone', async () => {
  const command = await fetch(`${origin}/create-telar.tgz`)
  expect(command.headers.get('content-type')).toBe('application/gzip')
  expect(await command.text()).toBe('command')
})

test('who has the file already is told so', async () => {
  const first = await fetch(`${origin}/telar-types.json`)
  const again = await fetch(`${origin}/telar-types.json`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('a font is kept by browsers and not packed twice', async () => {
  const answer = await fetch(`${origin}/fonts/figtree-latin-wght-normal.woff2`)
  expect(answer.headers.get('content-type')).toBe('font/woff2')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=604800')
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await answer.text()).toBe('wOF2')
})

test('a file that is not built says what to do', async () => {
  const answer = await fetch(`${origin}/telar-engine.json`)
  expect(answer.status).toBe(503)
  expect(await answer.text()).toBe(
    'Expected dist/telar-engine.json, received no such file. Run "npm run build", then start again.\n',
  )
})

test.each([
  '/secret.json',
  '/dist/secret.json',
  '/fonts/../dist/secret.json',
  '/fonts/other.woff2',
  '/__proto__',
])('no other file is reachable: %s', { tags: ['A17'] }, async (address) => {
  const answer = await fetch(origin + address)
  expect([answer.status, await answer.text()]).toEqual([404, 'left alone'])
})
