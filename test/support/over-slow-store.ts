/** With `STORE=slow` every test keeps its sessions in the store of slow-store.ts, unless it brings another kind. */
import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vitest/config'

const SLOW = fileURLToPath(new URL('./slow-store.ts', import.meta.url))

// Whoever imports the memory store gets the slow one, the defaults of the engine included.
export const slowStore: Plugin = {
  name: 'slow-store',
  enforce: 'pre',
  config() {
    const seed = (process.env.STORE_SEED ??= String(randomInt(2 ** 31)))
    console.log(`The store is slow and fails. Once more the same: STORE_SEED=${seed}`)
  },
  resolveId(source, importer = '') {
    if (!source.endsWith('/memory-store.ts') || importer === SLOW) return
    // A page that is drawn for HEAD is stored nowhere.
    return importer.endsWith('/engine/server/sessions.ts') ? undefined : SLOW
  },
}
