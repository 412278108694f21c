/** The guide's admin table: its code as it stands there, in a browser. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import ts from 'typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../../engine/http/listen.ts'
import { ensureClient } from '../server/support/client-built.ts'
import { type RunningProgram, startProgram } from '../server/support/program.ts'
import { programOf } from '../support/compiled.ts'
import { connected, useBrowser } from './support/live-page.ts'

const { browser } = useBrowser()

let code = ''
let folder = ''
let program: RunningProgram

beforeAll(async () => {
  await ensureClient()
  const guide = await readFile(new URL('../../engine/admin-table.md', import.meta.url), 'utf8')
  code = [...guide.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text]) => text).join('\n')
  folder = await mkdtemp(join(tmpdir(), 'telar-admin-'))
  const entry = join(folder, 'admin.ts')
  await writeFile(entry, code)
  const free = createServer()
  const port = await listen(free, 0, '127.0.0.1')
  await new Promise((resolve) => free.close(resolve))
  program = await startProgram({
    entry,
    folder,
    env: { PORT: `${port}`, SECRET: 'a random text of at least 32 characters' },
    address: `http://localhost:${port}`,
  })
}, 60_000)
afterAll(async () => {
  await program?.close()
  await rm(folder, { recursive: true, force: true })
})

test('the admin table is at most 130 lines, and fits the types', {
  tags: ['A26', 'log-in'],
}, () => {
  expect(code.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(130)
  const file = new URL('admin.ts', import.meta.url).pathname
  const all = programOf(new Map([[file, code]]))
  const source = all.getSourceFile(file)!
  const found = [...all.getSyntacticDiagnostics(source), ...all.getSemanticDiagnostics(source)]
  expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual(
    [],
  )
})

const rows = (tab: Page) => tab.locator('tbody tr td:first-child').allTextContents()

async function logIn(tab: Page) {
  await tab.goto(`${program.address}/users`)
  expect(new URL(tab.url()).pathname).toBe('/login')
  await tab.getByLabel('Name').fill('Ada')
  await tab.getByLabel('Password').fill('lovelace')
  await tab.getByRole('button', { name: 'Log in' }).click()
  await connected(tab)
}

test('who is nobody comes to the log-in; who is somebody searches, sorts and pages by the address, and Back goes back', {
  tags: ['A26', 'log-in'],
}, async () => {
  const tab = await (await browser().newContext()).newPage()
  await logIn(tab)
  expect((await rows(tab)).length).toBe(10)
  await tab.getByRole('link', { name: 'Next' }).click()
  await tab.getByText('Page 2 of 10').waitFor()
  await tab.waitForURL(/page=2/)
  await tab.goBack()
  await tab.getByText('Page 1 of 10').waitFor()
  await tab.getByRole('link', { name: 'E-mail' }).click()
  await tab
    .getByRole('columnheader', { name: 'E-mail' })
    .and(tab.locator('[aria-sort=ascending]'))
    .waitFor()
  await tab.getByLabel('Search').fill('user 9')
  await tab.getByText('7 users').waitFor()
  await tab.waitForURL(/q=user\+9/)
  await tab.reload()
  await connected(tab)
  expect(await tab.getByLabel('Search').inputValue()).toBe('user 9')
  expect((await rows(tab)).length).toBe(7)
})

test('a user is edited: what is wrong is said at its field, what is saved shows in every tab', {
  tags: ['A26', 'log-in'],
}, async () => {
  const context = await browser().newContext()
  const [tab, other] = [await context.newPage(), await context.newPage()]
  await logIn(tab)
  await other.goto(`${program.address}/users`)
  await connected(other)
  await tab.getByRole('link', { name: 'User 3', exact: true }).click()
  await tab.getByRole('heading', { name: 'Edit user 3' }).waitFor()
  await connected(tab)
  await tab.getByLabel('Name').fill('')
  await tab.getByLabel('E-mail').fill('user5@example.org')
  await tab.getByRole('button', { name: 'Save' }).click()
  await tab.getByText('Enter a name').waitFor()
  await tab.getByLabel('Name').fill('Grace Hopper')
  await tab.getByRole('button', { name: 'Save' }).click()
  await tab.getByText('Somebody else has this address').waitFor()
  await tab.getByLabel('E-mail').fill('grace@example.org')
  await tab.getByLabel('Role').selectOption('editor')
  await tab.getByRole('button', { name: 'Save' }).click()
  await tab.getByRole('heading', { name: 'Users' }).waitFor()
  await tab.getByText('Grace Hopper is saved.').waitFor()
  for (const one of [tab, other]) {
    const row = one.getByRole('row', { name: 'Grace Hopper grace@example.org editor' })
    await row.waitFor()
  }
  const missing = await tab.goto(`${program.address}/users/777`)
  expect(missing!.status()).toBe(404)
})

test('a log-out ends every tab of that login', {
  tags: ['A26', 'log-in', 'revocable'],
}, async () => {
  const context = await browser().newContext()
  const [tab, other] = [await context.newPage(), await context.newPage()]
  await logIn(tab)
  await other.goto(`${program.address}/users/5`)
  await connected(other)
  await tab.getByRole('button', { name: 'Log out' }).click()
  for (const one of [tab, other]) await one.getByRole('button', { name: 'Log in' }).waitFor()
})
