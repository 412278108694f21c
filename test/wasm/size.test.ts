/** The client stays small: what each of its files weighs. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { gzipped as asServed } from '../../engine/server/assets.ts'
import { builtClient } from './built.ts'

const folder = await builtClient()
// As the build has compressed it, or a server.
const gzipped = (file: string) =>
  file.endsWith('.js')
    ? statSync(join(folder, `${file}.gz`)).size
    : asServed(readFileSync(join(folder, file))).length

test('the core client with its WASM is at most 9 KB gzipped', {
  tags: ['A8', 'client-size'],
}, () => {
  expect(gzipped('client.js')).toBeLessThanOrEqual(9 * 1024)
})

test('the decoder alone is at most 1 KB gzipped', { tags: ['A8'] }, () => {
  expect(gzipped('applier.wasm')).toBeLessThanOrEqual(1024)
})

test('all files of the client are at most 26 KB gzipped', { tags: ['A8'] }, () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'))
  expect(files).toContain('client-extras.js')
  const weights = files.map((file) => ({ file, bytes: gzipped(file) }))
  console.table(weights)
  expect(weights.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(26 * 1024)
})

test('what a server sends compressed is the very file', { tags: ['A8'] }, () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js')))
    expect(gunzipSync(readFileSync(join(folder, `${file}.gz`)))).toEqual(
      readFileSync(join(folder, file)),
    )
})
