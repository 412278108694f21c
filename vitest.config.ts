/** One configuration for every test that needs no browser of its own. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { slowStore } from './test/support/over-slow-store.ts'
import { TAGS } from './test/tags.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  plugins: process.env.STORE === 'slow' ? [slowStore] : [],
  resolve: {
    alias: [
      { find: /^telar$/, replacement: here('./engine/index.ts') },
      { find: /^telar\/server$/, replacement: here('./engine/server/index.ts') },
      { find: /^telar\/testing$/, replacement: here('./engine/testing/index.ts') },
    ],
  },
  test: {
    globalSetup: 'test/support/client.ts',
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    tags: [...TAGS],
  },
})
