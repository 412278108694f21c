/** The client stays small: what a page loads first, with the decoder in it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { builtClient } from './built.ts'

const gzipped = async (file: string) =>
  gzipSync(readFileSync(join(await builtClient(), file)), { level: 9 }).length

test('A8 the core client with its WASM is at most 8 KB gzipped', async () => {
  expect(await gzipped('client.js')).toBeLessThanOrEqual(8 * 1024)
})

test('A8 the decoder alone is at most 1 KB gzipped', async () => {
  expect(await gzipped('applier.wasm')).toBeLessThanOrEqual(1024)
})

test('A8 what is fetched later is at most 6 KB gzipped', async () => {
  expect(await gzipped('client-later.js')).toBeLessThanOrEqual(6 * 1024)
})
