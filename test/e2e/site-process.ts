/** The site as a program of its own: started on ports that nobody has, ended with the test whatever comes of it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'

type Environment = Record<string, string>

interface SiteProcess {
  port: number
  origin: string
  child: ChildProcess
  /** All it has printed. */
  said(): string
  /** Its exit code and signal. */
  ended: Promise<unknown[]>
}

export interface Sites {
  /** Starts one and waits until it is ready. */
  start(environment?: Environment): Promise<SiteProcess>
  /** Starts one at `port` and waits for nothing. */
  launch(port: number, environment?: Environment): SiteProcess
}

export const test = base.extend<{ sites: Sites }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture needs
  sites: async ({}, use) => {
    const launched: SiteProcess[] = []
    const launch: Sites['launch'] = (port, environment) => {
      const site = launchAt(port, environment)
      launched.push(site)
      return site
    }
    await use({ launch, start: (environment) => startSomewhere(launch, environment) })
    for (const { child } of launched) child.kill('SIGTERM')
    await Promise.all(launched.map(({ ended }) => ended))
  },
})

function launchAt(port: number, environment: Environment = {}): SiteProcess {
  const child = spawn(process.execPath, ['dist/server/site.js'], {
    env: { ...process.env, NODE_ENV: 'production', ...environment, PORT: String(port) },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = once(child, 'exit')
  return { port, origin: `http://localhost:${port}`, child, said: () => said, ended }
}

// Between finding a port free and taking it somebody else may: then another pair is tried.
async function startSomewhere(
  launch: Sites['launch'],
  environment: Environment | undefined,
): Promise<SiteProcess> {
  for (let tries = 0; tries < 5; tries += 1) {
    const site = launch(await freePair(), environment)
    const ready = `Telar is ready at ${site.origin}`
    await expect.poll(() => site.said().includes(ready) || site.child.exitCode !== null).toBe(true)
    if (site.said().includes(ready)) return site
    expect(site.said()).toMatch(/which another program uses/)
  }
  throw new Error('Five times in a row somebody took the ports first.')
}

/** A folder for PATH with these scripts and no other program. */
export function programFolder(scripts: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'telar-path-'))
  // The host looks for its sandbox as a user of the container, not as itself.
  chmodSync(folder, 0o755)
  for (const [name, script] of Object.entries(scripts))
    writeFileSync(join(folder, name), script, { mode: 0o755 })
  return folder
}

/** Two ports in a row that nobody has, for the site and its host. */
export async function freePair(): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    // Below the ports that browsers beside this test are given for their connections.
    const first = await occupy(10_000 + Math.floor(Math.random() * 20_000))
    if (!first) continue
    const second = await occupy(first.port + 1)
    await Promise.all([first.free(), second?.free()])
    if (second) return first.port
  }
  throw new Error('Found no two free ports in a row in 20 tries.')
}

interface Occupied {
  port: number
  free(): Promise<unknown>
}

/** Listens at `port`; undefined when somebody else does. */
export function occupy(port: number): Promise<Occupied | undefined> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () =>
      resolve({ port, free: () => new Promise((done) => server.close(done)) }),
    )
  })
}
