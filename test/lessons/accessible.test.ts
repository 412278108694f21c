/** B3: axe finds nothing in what a lesson's solution shows, in light and dark. */
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { visit } from 'telar/testing'
import { beforeAll, expect, test } from 'vitest'
import { useBrowser } from '../browser/support/live-page.ts'
import { filesOf, lessonsIn, readLesson } from './lesson.ts'
import { componentOf } from './trial.ts'

const ROOT = fileURLToPath(new URL('../../lessons', import.meta.url))
const only = process.env.LESSON
const NAMES = lessonsIn(ROOT).filter((name) => !only || name.includes(only))

const { browser } = useBrowser()
// One for all: what a lesson shows is put into it whole.
let page: Page
beforeAll(async () => {
  page = await browser().newPage()
  await page.evaluate(axe.source)
})

test.each(NAMES)('%s can be used by everyone', { tags: ['B3'] }, async (name) => {
  const lesson = readLesson(ROOT, name)
  const shown = await visit(await componentOf(lesson, 'solution'))
  const css = Object.entries(filesOf(lesson, 'solution'))
    .flatMap(([file, text]) => (file.endsWith('.css') ? [text] : []))
    .join('\n')
  await page.setContent(
    `<!doctype html><html lang="en"><title>${name}</title><style>${CANVAS}</style><style>${css}</style><body>${shown.html()}</body></html>`,
  )
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await violations(colorScheme)))
  }
  expect(found).toEqual([])
})

async function violations(colours: string): Promise<string[]> {
  const results = await page.evaluate(
    (rules) => (window as unknown as { axe: typeof axe }).axe.run({ rules }),
    OF_A_WHOLE_SITE,
  )
  return results.violations.map(
    ({ id, help, nodes }) =>
      `${colours}: ${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`,
  )
}

// Without a background of its own, axe takes a dark page for white.
const CANVAS = 'html { background: Canvas }'

// A preview shows a part of a page.
const OF_A_WHOLE_SITE = {
  region: { enabled: false },
  'landmark-one-main': { enabled: false },
  'page-has-heading-one': { enabled: false },
}
