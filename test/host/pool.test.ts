/** Warm sandboxes, the host's own bound, and the ends that time brings. */
import { afterEach, expect, test } from 'vitest'
import { type ContainerHost, createHost, type HostOptions } from '../../playground/host/index.ts'
import { buildScripts } from './support/build-scripts.ts'
import { bootPage } from './support/page.ts'
import { PATIENT } from './support/patient.ts'

const SITE = 'http://site.test'
let host: ContainerHost | undefined

afterEach(async () => {
  await host?.close()
  host = undefined
})

async function start(options: Partial<HostOptions>) {
  host = await createHost({
    port: 0,
    siteOrigins: [SITE],
    secret: 'a secret for tests',
    scripts: await buildScripts(),
    warm: 0,
    ...options,
  })
  const { port } = host
  return { host, boot: () => bootPage({ port, token: () => host!.mintToken(SITE) }) }
}

test('a warm sandbox is lent to the next page and replaced', async () => {
  const { host, boot } = await start({ warm: 2 })
  await expect.poll(() => host.stats().ready, PATIENT).toBe(2)
  const page = await boot()
  expect(host.stats()).toMatchObject({ open: 1, ready: 1 })
  await expect.poll(() => host.stats().ready, PATIENT).toBe(2)
  page.close()
  await expect
    .poll(() => host.stats(), PATIENT)
    .toMatchObject({ open: 0, ready: 2, ended: { teardown: 1 } })
})

test('a full host says so, and serves again when a container ends', async () => {
  const { boot } = await start({ limits: { containers: 1 } })
  const page = await boot()
  await expect(boot()).rejects.toThrow(
    'All 1 containers of this server are in use. Try again in a few minutes.',
  )
  page.close()
  await expect
    .poll(
      () =>
        boot().then(
          () => 'served',
          () => 'full',
        ),
      PATIENT,
    )
    .toBe('served')
})

test('a container without a visitor ends as idle; one in use goes on', async () => {
  const { boot } = await start({ limits: { idleSeconds: 3 } })
  const idle = await boot()
  const used = await boot()
  const using = setInterval(() => used.write('x.txt', 'x').catch(() => {}), 100)
  expect(await idle.ended).toEqual({
    reason: 'idle',
    message: 'Nothing came from the page for 3 s, so the container was ended. Run again to go on.',
  })
  expect((await used.run("console.log('on')")).output).toBe('on\n')
  clearInterval(using)
})

test('a container ends at its longest life, used or not', async () => {
  const { boot } = await start({ limits: { lifetimeSeconds: 1 } })
  const page = await boot()
  const using = setInterval(() => page.write('x.txt', 'x').catch(() => {}), 100)
  expect(await page.ended).toEqual({
    reason: 'lifetime',
    message: 'The container had run for 1 s, its longest time, and was ended. Run again to go on.',
  })
  clearInterval(using)
})

test('closing the host ends its containers and says so to their pages', async () => {
  const { host, boot } = await start({ warm: 1 })
  const page = await boot()
  await host.close()
  expect(await page.ended).toEqual({
    reason: 'exit',
    message: 'The container host was stopped. Run again to go on.',
  })
})
