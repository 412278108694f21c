/** Runs the playground against StackBlitz's WebContainers in Chromium, where the internet is. `self` tries our own host the same way. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { chromiumPath, root } from './prepare.mjs'

const HOST = 'https://stackblitz.com/headless'

const kind = process.argv[2] === 'self' ? 'self' : 'stackblitz'
const reason = await whyNot()
if (reason) {
  console.log(`skipped: ${reason}`)
  process.exit(0)
}

const port = await freePort()
const site = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
  cwd: root,
  env: { ...process.env, TELAR_HOST: kind, PORT: String(port) },
  stdio: ['ignore', 'pipe', 'inherit'],
})
let code = 1
try {
  await said(site, 'is ready at')
  await look(`http://localhost:${port}/playground`)
  code = 0
} catch (error) {
  console.error(`failed: ${error instanceof Error ? error.message : error}`)
} finally {
  site.kill('SIGTERM')
}
process.exit(code)

/** Runs the first project, changes its heading, runs once more, and prints how long each took. */
async function look(address) {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.goto(address)
    await page.locator('[data-editor="ready"]').waitFor({ timeout: 60_000 })
    const run = page.getByRole('button', { name: 'Run', exact: true })
    const preview = page.frameLocator('iframe[title="Preview"]')
    const headed = (name) =>
      preview.getByRole('heading', { name, exact: true }).waitFor({ timeout: 120_000 })
    await timed('Run → first preview', async () => {
      await run.click()
      await headed('Counter')
    })
    await writeBehind(page, '<h1>Counter', ' changed')
    await timed('edit → changed preview', () => headed('Counter changed'))
    await timed('Run again → preview', async () => {
      await run.click()
      await headed('Counter changed')
    })
    console.log(`passed: the playground runs on ${kind}`)
  } finally {
    await browser.close()
  }
}

async function writeBehind(page, text, more) {
  const editor = page.getByRole('textbox', { name: 'Editor', exact: true })
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill(text)
  await page.getByText('1 of 1', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(more)
}

async function timed(what, work) {
  const from = performance.now()
  await work()
  console.log(`${what}: ${Math.round(performance.now() - from)} ms`)
}

/** A reason why nothing can be checked here; undefined when it can. */
async function whyNot() {
  if (!chromiumPath()) return 'no Chromium on this machine (Debian: apt-get install chromium)'
  if (kind === 'self') return undefined
  try {
    const answer = await fetch(HOST, { method: 'HEAD', signal: AbortSignal.timeout(10_000) })
    return answer.status < 500 ? undefined : `${HOST} answered with status ${answer.status}`
  } catch (error) {
    return `${HOST} can't be reached from here (${error.cause?.code ?? error.name})`
  }
}

function said(child, words) {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      text += chunk
      process.stdout.write(chunk)
      if (text.includes(words)) resolve()
    })
    child.on('exit', (exit) =>
      reject(new Error(`expected the site to start, received its end with code ${exit}`)),
    )
  })
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
