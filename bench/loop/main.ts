/** `npm run bench -- loop`: js-framework-benchmark's nine operations, from the click over the server to the DOM. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { launchChromium } from '../../test/support/chromium.ts'
import { Child } from '../child.ts'
import { apart, type Measured, measured, medianOf, report } from '../report.ts'
import type { Taken } from './page.ts'

/** `telar-again` is `telar` once more: how far the two lie apart is the noise. */
const VARIANTS = ['telar', 'telar-again', 'liveviewjs', 'fat-html']
const WARM_UP = 2
const ROUNDS = 9
/** What stands without a star makes ready for the next one. */
const ROUND =
  'create* replace* update* select* swap* remove* clear create append* clear create clear*'.split(
    ' ',
  )
/** As often as the machine's patience allows. */
const LARGE_ROUNDS = [1, 3, 5, 7]
const LARGE = ['create-10k*', 'clear']

const harness = readFileSync(new URL('page.js', import.meta.url), 'utf8')
const browser = await launchChromium()
const children: Child[] = []
try {
  const pages = new Map<string, Page>()
  for (const variant of VARIANTS) pages.set(variant, await open(variant))
  const times = new Map<string, Taken[]>()
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    console.error(`  round ${round}`)
    const operations = LARGE_ROUNDS.includes(round) ? [...ROUND, ...LARGE] : ROUND
    for (const [variant, page] of pages) {
      await page.bringToFront()
      for (const operation of operations) await operate(page, variant, operation, round, times)
    }
  }
  console.log(
    `Chromium ${browser.version()}; a click on the page until the DOM shows its answer, and until it is laid out; each server in a process of its own. ${WARM_UP} rounds before the clock counts. The page is the example at /examples/keyed-table/; liveviewjs comes with Phoenix's client 0.18.18, the last that reads its lists.\n`,
  )
  report('loop', [...times].flatMap(rowsOf), noiseOf(times))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await browser.close()
  await Promise.all(children.map((child) => child.stop()))
}

async function open(variant: string): Promise<Page> {
  const child = await Child.start(variant.replace('-again', ''))
  children.push(child)
  const context = await browser.newContext({
    bypassCSP: true,
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(`${variant}: ${error.message}`))
  await page.addInitScript(harness)
  await page.goto(child.address)
  const joined = variant.startsWith('telar')
    ? 'html[data-telar=connected]'
    : 'html[data-bench=ready]'
  await page.waitForSelector(joined, { state: 'attached' })
  return page
}

async function operate(
  page: Page,
  variant: string,
  operation: string,
  round: number,
  times: Map<string, Taken[]>,
) {
  const name = operation.replace('*', '')
  const taken = (await page.evaluate(`operate('${name}')`).catch((error: Error) => {
    throw new Error(`${variant}: ${error.message}`)
  })) as Taken
  if (round < 0 || name === operation) return
  const key = `${name} ${variant}`
  times.set(key, [...(times.get(key) ?? []), taken])
}

function rowsOf([key, taken]: [string, Taken[]]): Measured[] {
  const [name = '', variant = ''] = key.split(' ')
  return [
    measured(name, variant, 'µs', taken.map(dom)),
    measured(
      `${name} + layout`,
      variant,
      'µs',
      taken.map(({ layout }) => layout),
    ),
  ]
}

/** How far the two telars lie apart, in the middle operation. */
function noiseOf(times: ReadonlyMap<string, readonly Taken[]>): number {
  const shares = [...times].flatMap(([key, taken]) => {
    const again = times.get(`${key}-again`)
    return again ? [apart(taken.map(dom), again.map(dom))] : []
  })
  return medianOf(shares)
}

function dom(taken: Taken): number {
  return taken.dom
}
