/** Browser tests against the production build, started once on a free pair of ports. */
import { defineConfig } from '@playwright/test'
import { LAUNCH } from './test/support/chromium.ts'

// One at a time, nobody beside them: they are held to how long one reader waits.
const ALONE = ['play-loop.spec.ts', 'play-busy.spec.ts']
const port = Number(process.env.TEST_PORT ?? 4310)

export default defineConfig({
  testDir: 'test/e2e',
  timeout: 300_000,
  // Long enough for a machine on which others work: how long something takes is a report, never a reason to fail.
  expect: { timeout: 60_000 },
  // Two readers share the machine well: one's page loads while the other's server starts.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  outputDir: 'test-results',
  projects: [
    // Not one after the other by `dependencies`: one red reader would leave the others untried.
    { name: 'readers', testIgnore: ALONE },
    { name: 'alone', testMatch: ALONE, fullyParallel: false, workers: 1 },
  ],
  use: {
    // A press that can't be made ends its test, not the hour of the whole run.
    actionTimeout: 120_000,
    baseURL: `http://localhost:${port}`,
    // What a test answers in a server's place must reach the page. The test of reading offline allows them.
    serviceWorkers: 'block',
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
