/** A host without a site for one test: pages are opened on it by their visitor's name. */
import { afterEach } from 'vitest'
import { type ContainerHost, createHost, type HostOptions } from '../../../playground/host/index.ts'
import { buildScripts } from './build-scripts.ts'
import { bootPage } from './page.ts'

export const SITE = 'http://site.test'

let host: ContainerHost | undefined

afterEach(async () => {
  await host?.close()
  host = undefined
})

export async function startHost(options: Partial<HostOptions>) {
  const started = await createHost({
    port: 0,
    siteOrigins: [SITE],
    secret: 'a secret for tests',
    scripts: await buildScripts(),
    warm: 0,
    ...options,
  })
  host = started
  const boot = (visitor?: string, queued?: (position: number) => void) =>
    bootPage({ port: started.port, token: () => started.mintToken(SITE, visitor) }, {}, queued)
  return { host: started, boot }
}
