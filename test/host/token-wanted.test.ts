/** A host that was started again takes back the pages of before: they ask for a new token, and need no reload. */
import { afterEach, expect, test } from 'vitest'
import { type ContainerHost, createHost } from '../../playground/host/index.ts'
import { buildScripts } from './support/build-scripts.ts'
import { openStage, type Stage } from './support/stage.ts'

const opened: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

/** A page that has booted once, and a host at the same place that knows nothing of it. */
async function restarted(): Promise<{ stage: Stage; host: ContainerHost }> {
  const stage = await openStage()
  opened.push({ close: () => stage.leave() })
  const { site, page } = stage
  await page.evaluate(async () => {
    const container = await contract.library.WebContainer.boot({ coep: 'credentialless' })
    container.teardown()
  })
  await stage.host.close()
  const host = await createHost({
    port: stage.host.port,
    siteOrigins: [site.origin],
    secret: 'another secret',
    scripts: await buildScripts(),
  })
  opened.push(host)
  return { stage, host }
}

const bootAgain = (stage: Stage) =>
  stage.page.evaluate(async () => {
    const container = await contract.library.WebContainer.boot({ coep: 'credentialless' })
    return container.workdir
  })

test('a page that answers with a new token boots there', async () => {
  const { stage, host } = await restarted()
  await stage.page.evaluate((token) => {
    addEventListener('message', ({ data, source, origin }) => {
      if (data?.type !== 'container-token-wanted') return
      source?.postMessage({ type: 'container-token', token }, { targetOrigin: origin })
    })
  }, host.mintToken(stage.site.origin))
  expect(await bootAgain(stage)).toMatch(/^\/home\/projects\//)
})

test('a page that answers with a wrong token, or with nothing, is told why it can’t', async () => {
  const { stage } = await restarted()
  await expect(bootAgain(stage)).rejects.toThrow('The container host refused the connection.')
  await stage.page.evaluate(() => {
    addEventListener('message', ({ data, source, origin }) => {
      if (data?.type === 'container-token-wanted')
        source?.postMessage({ type: 'container-token', token: 'forged' }, { targetOrigin: origin })
    })
  })
  await expect(bootAgain(stage)).rejects.toThrow('Expected a valid token from this page')
})
