/** Runs many cases where a DOM is: called in a page of a browser, and in Node with windows of its own. */
import fc from 'fast-check'
import { type ClientFiles, ClientRunner } from './client.ts'
import { anyNesting, checkNesting, type Nesting } from './nestings.ts'
import { Pool } from './pool.ts'
import { type Bench, holds } from './property.ts'
import { anyCase, type Case } from './steps.ts'
import { type Counts, Tally } from './tally.ts'
import { frameWindow, type MakeWindow, tabWindow } from './windows.ts'

export interface RunOptions {
  seed: number
  runs: number
  /** The number of the first case that is taken; those before it are only generated. */
  from?: number
  files: ClientFiles
  /** The first case that does not hold is enough, however large. */
  asFound?: boolean
}

export interface RunResult {
  passed: number
  /** The smallest case that was found, and why it does not hold. */
  failure?: { sentence: string; case: string; after: number }
  counts: Counts
}

const MAX_TRIES = 400

/** Stops at the first case that does not hold, made as small as it can be. */
export async function run(options: RunOptions, makeWindow: MakeWindow): Promise<RunResult> {
  const { seed, runs, from = 0, files, asFound = false } = options
  const windows: Bench['windows'] = {
    wasm: makeWindow(),
    script: makeWindow(),
    json: makeWindow(),
    control: makeWindow(),
    fresh: makeWindow(),
  }
  const runner = (kind: keyof Bench['runners']) => new ClientRunner(windows[kind].window, files)
  const tally = new Tally()
  const bench: Bench = {
    pool: new Pool(seed),
    tally,
    windows,
    runners: {
      wasm: runner('wasm'),
      script: runner('script'),
      json: runner('json'),
      control: runner('control'),
    },
  }
  const failed = (
    {
      errorInstance,
      counterexample,
      numRuns,
    }: Pick<fc.RunDetails<[Case | Nesting]>, 'errorInstance' | 'counterexample' | 'numRuns'>,
    passed: number,
  ): RunResult => ({
    passed,
    failure: {
      sentence: String((errorInstance as Error | undefined)?.stack ?? 'interrupted'),
      case: inWords(counterexample?.[0]),
      after: from + numRuns,
    },
    counts: tally.counts,
  })
  windows.fresh.write('<!doctype html><title>t</title><body>')
  const { window, hasLayout } = windows.fresh
  const stretch = { seed, path: String(from), numRuns: runs - from, endOnFailure: asFound }
  // Of parsers the browser's is the one that counts.
  const nestings = await fc.check(
    fc.asyncProperty(anyNesting, (one) => checkNesting(one, window.document, tally)),
    { ...stretch, numRuns: hasLayout ? stretch.numRuns : 0 },
  )
  if (nestings.failed) return failed(nestings, 0)
  let tries = 0
  const details = await fc.check(
    fc.asyncProperty(anyCase, async (one) => {
      // Found is found: after so many tries to make it smaller it is small enough.
      if (tries > MAX_TRIES) return
      try {
        await holds(one, bench)
      } catch (error) {
        tries++
        throw error
      } finally {
        if (tries > 0) tries++
      }
    }),
    stretch,
  )
  return details.failed
    ? failed(details, details.numRuns - 1)
    : { passed: runs - from, counts: tally.counts }
}

// The steps say more than the page that they begin with.
const inWords = (one: Case | Nesting | undefined) =>
  one && 'steps' in one
    ? JSON.stringify({ moves: one.moves, steps: one.steps, first: one.first })
    : JSON.stringify(one)

/** In a browser. */
export const runInPage = (options: RunOptions) => run(options, frameWindow)

export { tabWindow }
