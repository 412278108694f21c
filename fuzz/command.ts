/** `npm run fuzz -- dom`: many cases in Chromium and in Node, what occurred how often, and one line at the end. */
import { parseArgs } from 'node:util'
import { launchChromium } from '../test/support/chromium.ts'
import { bundleDom, clientFiles } from './bundle.ts'
import type { RunResult } from './dom/run.ts'
import { type Counts, rare, sum } from './dom/tally.ts'
import { runInChromium, runInNode } from './hosts.ts'

/** Cases that share a page: enough to pay for it, few enough for its memory. */
const SHARE = 1_000
/** One case in twenty runs on jsdom: it is thirty times slower than a browser. */
const IN_NODE = 20
/** With fewer cases, what is rare is so by chance. */
const ENOUGH = 1_000

export async function fuzz(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { runs: { type: 'string' }, seed: { type: 'string' } },
  })
  if (positionals.length !== 1 || positionals[0] !== 'dom') {
    console.log('npm run fuzz -- dom [--runs 20000] [--seed 1]')
    return 1
  }
  const runs = Number(values.runs ?? 20_000)
  const seed = Number(values.seed ?? Date.now() % 2 ** 31)
  console.log(`${runs} cases, seed ${seed}`)
  let results: RunResult[]
  try {
    results = await runAll(seed, runs)
  } catch (error) {
    console.log(`FAILED to start: ${(error as Error).stack}`)
    console.log('0 passed, 1 failed')
    return 1
  }
  return summary(results)
}

async function runAll(seed: number, runs: number): Promise<RunResult[]> {
  const [bundle, files] = await Promise.all([bundleDom(), clientFiles()])
  const inNode = Math.ceil(runs / IN_NODE)
  const shares = Array.from({ length: Math.ceil((runs - inNode) / SHARE) }, (_, i) =>
    Math.min(SHARE, runs - inNode - i * SHARE),
  )
  const browser = await launchChromium()
  // Node's share runs beside the browser's, in this process.
  const node = runInNode(bundle, { seed: seed - 1, runs: inNode, files }).catch(broken)
  const results: RunResult[] = []
  for (const [i, share] of shares.entries()) {
    const options = { seed: seed + i, runs: share, files }
    results.push(await runInChromium(browser, bundle, options).catch(broken))
    report('Chromium', options, results.at(-1)!)
  }
  await browser.close()
  const last = await node
  report('Node', { seed: seed - 1, runs: inNode }, last)
  return [...results, last]
}

// A page that crashed has held nothing.
const broken = (error: unknown): RunResult => ({
  passed: 0,
  failure: { sentence: String((error as Error).stack), case: '', after: 0 },
  counts: sum([]),
})

function report(where: string, { seed, runs }: { seed: number; runs: number }, result: RunResult) {
  if (!result.failure) return console.log(`${where}: ${runs} cases hold (seed ${seed})`)
  const { sentence, after, case: smallest } = result.failure
  console.log(`${where}, seed ${seed}, case ${after}: ${sentence}\n  ${smallest}`)
}

function summary(results: readonly RunResult[]): number {
  const counts = sum(results.map((one) => one.counts))
  show(counts)
  const missing = counts.cases < ENOUGH ? [] : rare(counts)
  for (const name of missing) console.log(`FAILED ${name} occurred in less than 1 % of the cases`)
  const failed = results.filter(({ failure }) => failure).length + missing.length
  const passed = results.reduce((total, one) => total + one.passed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

function show({ cases, ...groups }: Counts) {
  for (const [title, counts] of Object.entries(groups)) {
    const parts = Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, n]) => `${name} ${Math.round((n / cases) * 1000) / 10} %`)
    console.log(`${title}: ${parts.join(' · ')}`)
  }
}
