/** Every page of the site: its markup by the standard, its links and their anchors, and axe. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { EXAMPLES } from '../../site/examples/catalog.ts'
import { listPages } from '../../site/lib/site-pages.ts'
import { LANGS, type Lang, pathIn } from '../../site/words/words.ts'

const PATHS = LANGS.flatMap((lang) => listPages(lang).map(({ path }) => pathIn(lang, path)))
// Two pages of Conduit stand for those that its visitors write.
const LIVE = [
  ...EXAMPLES.map(({ slug }) => `/examples/${slug}/`),
  '/examples/conduit/login',
  '/examples/conduit/article/how-to-read-a-weaving-draft',
]
const MISSING = ['/nowhere', '/es/nada']

const validate = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
})

// Behind the hash of these links is code.
const CODE = /^(\/es)?\/playground$/

/** By path, so that each is asked for once. */
const texts = new Map<string, Promise<string>>()

function textOf(request: APIRequestContext, path: string): Promise<string> {
  const text = texts.get(path) ?? request.get(path).then((answer) => answer.text())
  texts.set(path, text)
  return text
}

test('html-validate finds nothing on any page', { tag: ['@B12'] }, async ({ request }) => {
  const found: string[] = []
  for (const path of [...PATHS, ...LIVE, ...MISSING]) {
    const report = await validate.validateString(await textOf(request, path), path)
    for (const { messages } of report.results)
      for (const { ruleId, message, line, column } of messages)
        found.push(`${path}:${line}:${column} ${ruleId}: ${message}`)
  }
  expect(found).toEqual([])
})

test('every link of every page leads somewhere, and every anchor is there', {
  tag: ['@B13'],
}, async ({ request }) => {
  const broken: string[] = []
  const statuses = new Map<string, number>()
  for (const path of [...PATHS, ...LIVE, ...MISSING]) {
    for (const href of hrefsOf(await textOf(request, path))) {
      const url = new URL(href, `http://site${path}`)
      if (url.origin !== 'http://site') continue
      // Within the page itself, as the link that skips to the content.
      if (MISSING.includes(url.pathname)) continue
      const address = url.pathname + url.search
      const status = statuses.get(address) ?? (await request.get(address)).status()
      statuses.set(address, status)
      if (status !== 200) broken.push(`${path}: ${href} is answered with ${status}`)
      else if (
        url.hash &&
        !CODE.test(url.pathname) &&
        !(await hasAnchor(request, address, url.hash))
      )
        broken.push(`${path}: ${href} has no such anchor`)
    }
  }
  expect(statuses.size).toBeGreaterThan(PATHS.length)
  expect([...new Set(broken)]).toEqual([])
})

const hrefsOf = (html: string) =>
  [...html.matchAll(/<(?:a|link)\b[^>]*?\shref="([^"]+)"/g)]
    .map(([, href]) => href!.replaceAll('&amp;', '&'))
    .filter((href) => !/^(mailto|data|blob):/.test(href))

async function hasAnchor(request: APIRequestContext, address: string, hash: string) {
  const id = decodeURIComponent(hash.slice(1))
  const html = await textOf(request, address)
  return [...html.matchAll(/\sid="([^"]+)"/g)].some(([, found]) => found === id)
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Pages of one kind are one component: of lessons, names and parts of the wire a few are looked at; all of them with EVERY_PAGE=1. */
function looked(lang: Lang): string[] {
  const own = PATHS.filter((path) => /^\/es(\/|$)/.test(path) === (lang === 'es'))
  if (process.env.EVERY_PAGE) return own
  const seen = new Map<string, number>()
  return own.filter((path) => {
    const kind = path.split('/').slice(0, -1).join('/')
    const before = seen.get(kind) ?? 0
    seen.set(kind, before + 1)
    return before % STEP === 0
  })
}
const STEP = 12

for (const lang of LANGS)
  test(`axe finds nothing on pages of every kind, light and dark: ${lang}`, {
    tag: ['@B12'],
  }, async ({ browser }) => {
    if (process.env.EVERY_PAGE) test.setTimeout(1_800_000)
    const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const found: string[] = []
    for (const path of looked(lang)) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(path, { waitUntil: 'domcontentloaded' })
      await page.evaluate(axeSource)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        for (const finding of await findings(page))
          found.push(`${path}, ${colorScheme}: ${finding}`)
      }
    }
    expect(found).toEqual([])
    await context.close()
  })

interface Axe {
  run(
    where: object,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>
}

const findings = (page: Page) =>
  page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    // What runs in a frame has tests of its own. The size of targets is off unless it is asked for.
    const { violations } = await axe.run(
      { exclude: [['iframe']] },
      { rules: { 'target-size': { enabled: true } } },
    )
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  })
