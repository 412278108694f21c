/** `npm run pictures`: takes the pictures of the examples and the icons from the built site in Chromium, and writes them to site/public. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from './prepare.mjs'

const PORT = Number(process.env.PORT ?? 4390)
const ORIGIN = `http://localhost:${PORT}`
const SIZE = { width: 640, height: 400 }

/** What is done on a page so that its picture shows what it is for. */
const EXAMPLES = {
  cloth: async () => {},
  counter: async (page) => {
    for (let count = 1; count <= 3; count += 1) {
      await page.getByRole('button').click()
      await page.locator('output', { hasText: String(count) }).waitFor()
    }
  },
  clock: async () => {},
  'button-input': async (page) => {
    await page.getByLabel('Your name').fill('Ana')
    await page.getByRole('button', { name: 'Greet Ana' }).click()
    await page.getByText('Good to see you, Ana.').waitFor()
  },
  todomvc: async (page) => {
    for (const title of ['Card the wool', 'Dye the yarn', 'Warp the loom']) {
      await page.getByPlaceholder('What needs to be done?').fill(title)
      await page.keyboard.press('Enter')
      await page.getByText(title).waitFor()
    }
    await page.locator('.toggle').first().check()
  },
  'keyed-table': async (page) => {
    await page.getByRole('button', { name: 'Create 1,000 rows' }).click()
    await page.locator('tbody tr').nth(20).waitFor()
    await page.locator('tbody tr:nth-child(2) a').first().click()
    await page.locator('tr.danger').waitFor()
    await page.evaluate(() => scrollTo(0, 120))
  },
  chat: async (page) => {
    await page.getByLabel('Your name').fill('Ana')
    await page.getByRole('button', { name: 'Enter' }).click()
    for (const line of ['Hello, who is at the loom?', 'The blue yarn came out well.']) {
      await page.getByLabel('Say to everyone').fill(line)
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByText(line).waitFor()
    }
  },
  'order-board': async (page) => {
    for (const order of [
      { table: '7', dish: 'Empanada', quantity: 2 },
      { table: '3', dish: 'Lentil soup', quantity: 1 },
      { table: '4', dish: 'Grilled trout', quantity: 3 },
    ])
      await page.request.post('/examples/order-board/orders', { data: order })
    await page.getByRole('button', { name: 'Cook Empanada' }).first().click()
    await page.getByRole('button', { name: 'Ready Empanada' }).first().waitFor()
  },
  conduit: async (page) => {
    await page.getByRole('article').first().or(page.locator('.article-preview').first()).waitFor()
  },
}

const site = spawn(process.execPath, [join(root, 'dist/server/site.js')], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, NODE_ENV: 'production', PORT: String(PORT) },
})
try {
  await ready(site)
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium || true'], {
    encoding: 'utf8',
  }).trim()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  const wanted = process.argv.slice(2)
  mkdirSync(join(root, 'site/public/pictures'), { recursive: true })
  for (const [name, act] of Object.entries(EXAMPLES))
    if (wanted.length === 0 || wanted.includes(name)) await picture(browser, name, act)
  if (wanted.length === 0 || wanted.includes('icons')) await icons(browser)
  await browser.close()
} finally {
  site.kill('SIGTERM')
}

async function picture(browser, name, act) {
  const context = await browser.newContext({
    viewport: SIZE,
    baseURL: ORIGIN,
    reducedMotion: 'reduce',
    colorScheme: 'light',
  })
  const page = await context.newPage()
  // Conduit's database starts with its first visitor.
  await page.goto(`/examples/${name}/`, { timeout: 180_000 })
  await page.locator('html[data-telar="connected"]').waitFor({ timeout: 60_000 })
  // As in a frame: without the links that stand below an example.
  await page.evaluate(() => {
    document.documentElement.dataset.framed = ''
  })
  await act(page)
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.activeElement?.blur?.())
  const session = await context.newCDPSession(page)
  for (const theme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.evaluate(() => document.fonts.ready)
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 })
    write(`pictures/${name}-${theme}.webp`, Buffer.from(data, 'base64'))
  }
  await context.close()
}

/** The mark on paper; a maskable one has room around it, since devices cut a circle out. */
async function icons(browser) {
  const mark = readFileSync(join(root, 'site/app/icon.svg'), 'utf8')
  mkdirSync(join(root, 'site/public/icons'), { recursive: true })
  for (const [file, size, share] of [
    ['icons/192.png', 192, 0.72],
    ['icons/512.png', 512, 0.72],
    ['icons/maskable.png', 512, 0.52],
    ['../app/apple-icon.png', 180, 0.7],
  ]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(
      `<style>body{margin:0;display:grid;place-content:center;height:100vh;background:#f8f7f3}svg{width:${size * share}px}</style>${mark}`,
    )
    write(file, await page.screenshot())
    await page.close()
  }
}

function write(file, bytes) {
  writeFileSync(join(root, 'site/public', file), bytes)
  console.log(`${file}  ${(bytes.length / 1024).toFixed(1)} KB`)
}

function ready({ stdout }) {
  return new Promise((resolve, reject) => {
    let said = ''
    stdout.on('data', (text) => {
      said += text
      if (said.includes('Telar is ready')) resolve()
    })
    site.once('exit', () => reject(new Error(`Expected the site to start, received:\n${said}`)))
  })
}
