/** Puts measured figures into a guide: `<Measured …/>` becomes bars and a table of what the bench kept. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { guideWordsOf } from '../words/guides/of.ts'
import type { Lang } from '../words/words.ts'
import { findRoot } from './root.ts'

/** What `npm run bench -- keep` has written down of one suite. */
export interface Measurements {
  suite: string
  rows: readonly { case: string; variant: string; unit: string; median: number }[]
  at: string
  machine: { processor: string; cores: number; versions: string }
  /** Names of variants for readers. */
  names: Readonly<Record<string, string>>
  /** SVG by case. */
  plots: Readonly<Record<string, string>>
}

/** Why a guide's figures can't be shown. */
class MeasurementError extends Error {
  override name = 'MeasurementError'
  readonly owner = 'app'
  readonly code = 'measurement'
}

const MEASURED = /^<Measured (plot )?suite="(\w+)" cases="([^"]+)" variants="([^"]+)" \/>$/gm

/** The text with a table and the circumstances, and bars where it says `plot`, in the place of each `<Measured />`. */
export const withMeasurements = (text: string, lang: Lang, folder: string = results()): string =>
  text.replace(MEASURED, (...found) => {
    const [, plot, suite = '', cases = '', variants = ''] = found as (string | undefined)[]
    const kept = readMeasurements(suite, folder)
    return [
      ...(plot ? [`<Plot suite="${suite}" cases="${cases}" />`] : []),
      tableOf(kept, cases.split(', '), variants.split(', '), lang),
      circumstances(kept, lang),
    ].join('\n\n')
  })

export const readMeasurements = (suite: string, folder: string = results()): Measurements =>
  JSON.parse(readFileSync(join(folder, `${suite}.json`), 'utf8'))

const results = () => join(findRoot(), 'bench', 'results')

/** A line for each variant; `phoenix=a|b` is the best of several ways to write it. */
function tableOf(
  { suite, rows, names }: Measurements,
  cases: readonly string[],
  variants: readonly string[],
  lang: Lang,
): string {
  const { measured } = guideWordsOf(lang)
  const number = new Intl.NumberFormat(lang, { maximumSignificantDigits: 3 })
  const figure = (name: string, members: readonly string[]) => {
    const found = rows.filter((row) => row.case === name && members.includes(row.variant))
    const best = found.sort((one, other) => one.median - other.median)[0]
    if (best) return figureIn(best, number)
    throw new MeasurementError(
      `Expected ${name} of ${members.join(', ')} in bench/results/${suite}.json, received none. Run "npm run bench -- ${suite}" and keep what it prints.`,
    )
  }
  const lines = variants.map((variant) => {
    const [name = '', members = name] = variant.split('=')
    return [names[name] ?? name, ...cases.map((one) => figure(one, members.split('|')))]
  })
  const head = [measured.variant, ...cases.map((one) => measured.cases[one] ?? one)]
  const rule = head.map(() => '---')
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

// Times are told in milliseconds, since a display frame has 16 of them.
const figureIn = ({ unit, median }: Measurements['rows'][number], number: Intl.NumberFormat) =>
  unit === 'µs'
    ? `${number.format(median / 1000)} ms`
    : `${number.format(median)} ${unit.startsWith('bytes') ? 'B' : unit}`

function circumstances({ at, machine }: Measurements, lang: Lang): string {
  const { processor, cores, versions } = machine
  return `*${guideWordsOf(lang).measured.where(processor, cores, versions, new Date(at))}*`
}
