/** A reader takes their code home: what they download is a program that is installed, tested and started elsewhere. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { started } from '../take-home/support/program.ts'
import { component, openPlayground, rewrite } from './playing.ts'

const run = promisify(execFile)

/** Presses the button, and gives the name of the file and what it holds. */
async function download(page: Page, button: string) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: file.suggestedFilename(), files: unzipSync(readFileSync(await file.path())) }
}

const textOf = (files: Record<string, Uint8Array>, path: string) =>
  new TextDecoder().decode(files[path])

test('the code of the playground is downloaded as a program that is tested and started elsewhere', {
  tag: ['@A25', '@download'],
}, async ({ page }) => {
  await openPlayground(page)
  await rewrite(page, component('  place = "at home"\n', '<h1>I am ${this.place}</h1>'))
  const { name, files } = await download(page, 'Download')
  expect(name).toBe('counter-app.zip')
  const dialog = page.getByRole('dialog', { name: 'Take it home' })
  await expect(dialog.getByRole('status')).toHaveText(
    /^counter-app\.zip is in your downloads: [\d,]+ KB in [\d.]+ s\.$/,
  )
  await expect(dialog).toContainText('npm start')

  const outside = mkdtempSync(join(tmpdir(), 'telar-download-'))
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(outside, path)), { recursive: true })
      writeFileSync(join(outside, path), content)
    }
    const app = join(outside, 'counter-app')
    await run('npm', ['install', '--prefer-offline'], { cwd: app })
    // On a machine on which others work.
    await run('npm', ['test', '--', '--testTimeout=60000'], { cwd: app })
    const program = await started('npm', ['start'], app)
    try {
      await page.goto(program.address)
      await expect(page.getByRole('heading')).toHaveText('I am at home')
      // The style sheet of the workspace has come along.
      expect(await (await fetch(program.address)).text()).toContain('.counter {')
    } finally {
      await program.end()
    }
  } finally {
    rmSync(outside, { recursive: true })
  }
})

test('a lesson gives the reader’s own code and a guide in their language', {
  tag: ['@A25', '@download'],
}, async ({ page }) => {
  await page.goto('/es/learn/counter')
  const { name, files } = await download(page, 'Descargar')
  expect(name).toBe('counter-app.zip')
  expect(textOf(files, 'counter-app/README.md')).toContain('Necesitas Node')
  expect(textOf(files, 'counter-app/src/counter.ts')).toContain('export default class')
  expect(textOf(files, 'counter-app/pages.test.ts')).toContain("from 'telar/testing'")
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Descargar' })).toBeFocused()
})

test('a download that fails says why, and can be tried again', async ({ page, context }) => {
  await page.goto('/playground')
  await download(page, 'Download')
  const dialog = page.getByRole('dialog', { name: 'Take it home' })
  await context.setOffline(true)
  await dialog.getByRole('button', { name: 'Download again' }).click()
  await expect(dialog.getByRole('status')).toHaveText(
    'Nothing was downloaded. Expected the parts of the project from the site, received no answer or only a piece. Check the network, then try again.',
  )
  await context.setOffline(false)
  const { name } = await download(page, 'Download again')
  expect(name).toBe('counter-app.zip')
})

test('a download that hangs says so, and can be tried again or given up', async ({ page }) => {
  await page.goto('/playground')
  let isHanging = true
  await page.route('**/telar.tgz', (route) => (isHanging ? undefined : route.continue()))
  const button = page.getByRole('button', { name: 'Download', exact: true })
  const dialog = page.getByRole('dialog', { name: 'Take it home' })
  await button.click()
  await expect(dialog.getByRole('status')).toHaveText(/^Packing … \d+ KB so far\.$/)
  await expect(dialog.getByRole('status')).toHaveText(
    /^Nothing has come for some seconds, after \d+ KB\. /,
    { timeout: 15_000 },
  )
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
  await button.click()
  const retry = dialog.getByRole('button', { name: 'Try again' })
  await expect(retry).toBeEnabled({ timeout: 15_000 })
  isHanging = false
  const { name } = await download(page, 'Try again')
  expect(name).toBe('counter-app.zip')
  await expect(dialog.getByRole('status')).toHaveText(/^counter-app\.zip is in your downloads/)
})
