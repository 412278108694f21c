/** The client stays small: what each of its files weighs. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { builtClient } from './built.ts'

const folder = await builtClient()
const gzipped = (file: string) =>
  gzipSync(readFileSync(join(folder, file)), { level: 9, memLevel: 5 }).length

test('A8 the core client with its WASM is at most 9 KB gzipped', () => {
  expect(gzipped('client.js')).toBeLessThanOrEqual(9 * 1024)
})

test('A8 the decoder alone is at most 1 KB gzipped', () => {
  expect(gzipped('applier.wasm')).toBeLessThanOrEqual(1024)
})

test('A8 all files of the client are at most 22.5 KB gzipped', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'))
  expect(files).toContain('client-driver.js')
  expect(files.map(gzipped).reduce((sum, one) => sum + one)).toBeLessThanOrEqual(22.5 * 1024)
})
