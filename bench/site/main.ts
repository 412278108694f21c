/** `npm run bench -- site [home | lesson | reference | guide | playground | reader | busy]`: Lighthouse's marks for pages of the production build, as a phone on a slow network gets them; how long a reader waits in the playground and in a lesson; and how soon a page comes while containers are busy. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import lighthouse from 'lighthouse'
import { launchChromium } from '../../test/support/chromium.ts'
import { weighScripts } from '../../test/support/page-scripts.ts'
import { type Measured, measured, report, type Unit } from '../report.ts'
import { busyRows } from './busy.ts'
import { readerRows } from './reader.ts'

const ROUNDS = 5
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const CASES: Readonly<Record<string, string>> = {
  home: '/',
  lesson: '/learn/counter',
  reference: '/reference/LiveComponent',
  guide: '/guides/concepts',
  playground: '/playground',
}
const asked = process.argv[2]
const OTHERS: Readonly<Record<string, (origin: string) => Promise<Measured[]>>> = {
  reader: readerRows,
  busy: busyRows,
}
const known = [...Object.keys(CASES), ...Object.keys(OTHERS)]
const names = asked ? [asked] : known
if (!names.every((name) => known.includes(name))) {
  throw new Error(`Expected one of ${known.join(', ')}, received ${asked}.`)
}
if (!existsSync('dist/server/site.js')) {
  throw new Error('Expected a production build, received none. Run "npm run build" first.')
}

const port = await freePort()
const site = spawn(process.execPath, ['dist/server/site.js'], {
  env: { ...process.env, NODE_ENV: 'production', PORT: String(port) },
})
try {
  await readyAt(site)
  const rows: Measured[] = []
  const origin = `http://localhost:${port}`
  for (const name of names) rows.push(...(await (OTHERS[name]?.(origin) ?? rowsOf(name, origin))))
  if (names.some((name) => name in CASES))
    console.log(
      'Lighthouse 12, mobile: marks from 0 to 100, and what made them; five fresh browsers for each page. It slows the processor down four times, which makes a phone of one with an index from 1,500 to 2,000; with a lower one, what scripts take is overstated.\n',
    )
  report('site', rows, null)
} finally {
  site.kill('SIGTERM')
}

async function rowsOf(name: string, origin: string): Promise<Measured[]> {
  const address = origin + CASES[name]
  const runs: Run[] = []
  for (let round = 0; round < ROUNDS; round += 1) runs.push(await mark(address))
  const row = (variant: string, unit: Unit, pick: (run: Run) => number) =>
    measured(name, variant, unit, runs.map(pick))
  return [
    ...CATEGORIES.map((category) => row(category, 'score', ({ scores }) => scores[category]!)),
    measured(name, 'script-gz-above', 'bytes', [await scriptAbove(address)]),
    row('lcp', 'ms', ({ paint }) => paint),
    row('cls', 'shift', ({ shift }) => shift),
    row('blocked', 'ms', ({ blocked }) => blocked),
    row('carried', 'bytes', ({ bytes }) => bytes),
    row('processor', 'index', ({ processor }) => processor),
  ]
}

/** What the page's scripts weigh above those of an empty page. */
async function scriptAbove(address: string): Promise<number> {
  const read = async (path: string) =>
    Buffer.from(await (await fetch(new URL(path, address))).arrayBuffer())
  const { page, empty } = await weighScripts(await (await fetch(address)).text(), read)
  return page - empty
}

interface Run {
  /** By category, 0 to 100. */
  scores: Readonly<Record<string, number>>
  /** Lighthouse's measure of the processor, at this very moment. */
  processor: number
  paint: number
  shift: number
  blocked: number
  bytes: number
}

async function mark(address: string): Promise<Run> {
  const debugged = await freePort()
  const browser = await launchChromium([`--remote-debugging-port=${debugged}`])
  try {
    const told = await lighthouse(address, {
      port: debugged,
      onlyCategories: [...CATEGORIES],
      logLevel: 'error',
    })
    if (!told || told.lhr.runtimeError)
      throw new Error(`No mark: ${told?.lhr.runtimeError?.message}`)
    const { audits, categories } = told.lhr
    const number = (audit: string) => audits[audit]?.numericValue ?? Number.NaN
    tellFailed(address, told.lhr)
    return {
      scores: Object.fromEntries(
        CATEGORIES.map((name) => [name, (categories[name]?.score ?? 0) * 100]),
      ),
      processor: told.lhr.environment.benchmarkIndex,
      paint: number('largest-contentful-paint'),
      shift: number('cumulative-layout-shift'),
      blocked: number('total-blocking-time'),
      bytes: number('total-byte-weight'),
    }
  } finally {
    await browser.close()
  }
}

/** Where a category without measurements is below 100, it says what is missing. */
function tellFailed(address: string, { audits, categories }: Result) {
  for (const name of CATEGORIES.slice(1))
    for (const { id, weight } of categories[name]?.auditRefs ?? []) {
      const audit = audits[id]
      if (weight > 0 && audit && audit.score !== null && audit.score < 1)
        console.log(`${address} ${name}: ${id}, ${audit.title}`)
    }
}

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']

function readyAt({ stdout, stderr }: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (text: Buffer) => {
      said += text
      if (said.includes('Telar is ready')) resolve()
    }
    stdout?.on('data', hear)
    stderr?.on('data', hear)
    site.once('exit', () =>
      reject(new Error(`Expected the site to start, received the end of its process:\n${said}`)),
    )
  })
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
