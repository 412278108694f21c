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

const MOST_TRIES = 400

/** Stops at the first case that does not hold, made as small as it can be. */
export async function run(options: RunOptions, makeWindow: MakeWindow): Promise<RunResult> {
  const { seed, runs, files, asFound = false } = options
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
  windows.fresh.write('<!doctype html><title>t</title><body>')
  const { window, hasLayout } = windows.fresh
  // Of parsers the browser's is the one that counts.
  const nestings = await fc.check(
    fc.asyncProperty(anyNesting, (one) => checkNesting(one, window.document, tally)),
    { numRuns: hasLayout ? runs : 0, seed, endOnFailure: asFound },
  )
  if (nestings.failed) return resultOf(nestings, 0, tally.counts)
  let tries = 0
  const details = await fc.check(
    fc.asyncProperty(anyCase, async (one) => {
      // Found is found: after so many tries to make it smaller it is small enough.
      if (tries > MOST_TRIES) return
      try {
        await holds(one, bench)
      } catch (error) {
        tries++
        throw error
      } finally {
        if (tries > 0) tries++
      }
    }),
    { numRuns: runs, seed, endOnFailure: asFound },
  )
  return details.failed
    ? resultOf(details, details.numRuns - 1, tally.counts)
    : { passed: runs, counts: tally.counts }
}

function resultOf(
  {
    errorInstance,
    counterexample,
    numRuns,
  }: Pick<fc.RunDetails<[Case | Nesting]>, 'errorInstance' | 'counterexample' | 'numRuns'>,
  passed: number,
  counts: Counts,
): RunResult {
  const sentence = String((errorInstance as Error | undefined)?.stack ?? 'interrupted')
  return {
    passed,
    failure: { sentence, case: inWords(counterexample?.[0]), after: numRuns },
    counts,
  }
}

// The steps say more than the page that they begin with.
const inWords = (one: Case | Nesting | undefined) =>
  one && 'steps' in one
    ? JSON.stringify({ moves: one.moves, steps: one.steps, first: one.first })
    : JSON.stringify(one)

/** In a browser. */
export const runInPage = (options: RunOptions) => run(options, frameWindow)

export { tabWindow }
