/** When all containers are in use: readers are told their place in line, and their code starts by itself. */
import { type Browser, expect, type Page } from '@playwright/test'
import { comeNear, joined, openPlayground, previewOf, run } from './playing.ts'
import { test } from './site-process.ts'

// Other readers are other browsers: those of one share its containers.
async function reader(browser: Browser): Promise<Page> {
  return await (await browser.newContext()).newPage()
}
const line = (page: Page, place: string) =>
  page.getByText(`All containers are in use, and you are ${place} in line.`).first()

test('When all containers are in use I am told my place in line, and my code starts when it is my turn', async ({
  sites,
  browser,
}) => {
  test.setTimeout(300_000)
  const { origin } = await sites.start({ TELAR_CONTAINERS: '1' })
  const [ada, bob, eve] = [await reader(browser), await reader(browser), await reader(browser)]
  await openPlayground(ada, `${origin}/playground`)
  await run(ada)

  await openPlayground(bob, `${origin}/playground`)
  await bob.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(line(bob, 'first')).toBeVisible()
  await expect(bob.getByRole('heading', { name: 'Waiting for a container' })).toBeVisible()

  await eve.goto(`${origin}/learn/counter`)
  await comeNear(eve)
  await eve.getByRole('button', { name: 'Check', exact: true }).click()
  const results = eve.getByRole('region', { name: 'Check results' })
  await expect(results).toContainText('you are second in line')

  await ada.context().close()
  await expect(bob.locator('iframe[title="Preview"]')).toBeVisible()
  await joined(bob)
  await expect(line(bob, 'first')).toBeHidden()
  await expect(results).toContainText('you are first in line')

  await bob.context().close()
  await expect(results).toContainText(/of 5 steps pass/)
  await eve.context().close()
})

test('My container sleeps while others need the room, and goes on where it was when I wake it', async ({
  sites,
  browser,
}) => {
  test.setTimeout(300_000)
  const { origin } = await sites.start({ TELAR_CONTAINERS: '2' })
  const first = await reader(browser)
  await openPlayground(first, `${origin}/playground`)
  await run(first)
  await joined(first)
  const add = previewOf(first).getByRole('button', { name: 'Add' }).first()
  await add.click()
  await add.click()
  await expect(previewOf(first).locator('output')).toHaveText('2')
  const second = await first.context().newPage()
  await openPlayground(second, `${origin}/playground`)
  await run(second)

  const bob = await reader(browser)
  await openPlayground(bob, `${origin}/playground`)
  await run(bob)
  await expect(first.getByText('The container sleeps')).toBeVisible()
  await expect(previewOf(first).locator('output')).toHaveText('2')
  await first.getByRole('button', { name: 'Wake it' }).click()
  await expect(first.getByText('you are first in line')).toBeVisible()

  await bob.context().close()
  await expect(first.getByText('in line')).toBeHidden()
  await joined(first)
  await expect(previewOf(first).locator('output')).toHaveText('2')
  await add.click()
  await expect(previewOf(first).locator('output')).toHaveText('3')
  await first.context().close()
})

test('I wait in line for longer than a host may take to answer, and my code starts all the same', async ({
  sites,
  browser,
}) => {
  test.setTimeout(300_000)
  const { origin } = await sites.start({ TELAR_CONTAINERS: '1' })
  const [ada, bob] = [await reader(browser), await reader(browser)]
  await openPlayground(ada, `${origin}/playground`)
  await run(ada)
  await bob.clock.install()
  await bob.goto(`${origin}/playground`)
  await comeNear(bob)
  await bob.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(line(bob, 'first')).toBeVisible()
  await bob.clock.fastForward(10 * 60_000)
  await expect(line(bob, 'first')).toBeVisible()
  await ada.context().close()
  await expect(bob.locator('iframe[title="Preview"]')).toBeVisible()
  await bob.context().close()
})
