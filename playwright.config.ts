/** Browser tests against the production build, started once on a free pair of ports. */
import { defineConfig } from '@playwright/test'
import { LAUNCH } from './test/support/chromium.ts'

const port = Number(process.env.TEST_PORT ?? 4310)

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.spec.ts',
  timeout: 120_000,
  // A first boot on a busy machine takes longer than a page's own changes do.
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  outputDir: 'test-results',
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: LAUNCH,
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://localhost:${port}/`,
    env: { PORT: String(port) },
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
