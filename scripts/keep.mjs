/** `npm run bench -- keep FILE`: keeps what benches printed in bench/results/, for the guides, and draws it as bars. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
import { root } from './prepare.mjs'

/** What the guides show of a suite: which cases, and as bars by which variants and on which scale. */
const SHOWN = {
  apply: {
    cases: ['one-cell-1k', 'every-10th-1k', 'slots-50', 'append-1k', 'reverse-1k'],
    variants: ['vanilla', 'telar', 'telar-js', 'phoenix', 'turbo', 'morphdom', 'idiomorph'],
    type: 'log',
  },
  wire: {
    cases: ['one-cell-1k down', 'every-10th-1k down', 'slots-50 down', 'append-1k down'],
    variants: ['telar', 'phoenix', 'turbo', 'liveviewjs'],
    type: 'log',
  },
  size: {
    cases: ['client-core-gz'],
    variants: ['telar', 'phoenix + phoenix_live_view', 'htmx', 'turbo', 'morphdom'],
    type: 'linear',
  },
  server: {
    cases: ['rtt-counter', 'rtt-list-1k', 'heap-idle-counter 10000', 'heap-idle-list-100 10000'],
  },
}

/** Names that read the same in every language. */
const NAMES = {
  vanilla: 'JavaScript',
  telar: 'Telar',
  'telar-js': 'Telar (JavaScript)',
  phoenix: 'Phoenix LiveView',
  'phoenix + phoenix_live_view': 'Phoenix LiveView',
  turbo: 'Turbo',
  liveviewjs: 'LiveViewJS',
}

/** @returns {number} the exit code */
export function keep(file) {
  const lines = file ? readFileSync(file, 'utf8').split('\n') : []
  const results = lines.filter((line) => line.startsWith('RESULT '))
  if (results.length === 0) {
    console.error(
      `Expected a file with RESULT lines of npm run bench, received ${file ?? 'nothing'}. Write what a bench prints into a file first.`,
    )
    return 1
  }
  const folder = join(root, 'bench/results')
  mkdirSync(folder, { recursive: true })
  for (const line of results) {
    const result = JSON.parse(line.slice('RESULT '.length))
    if (!(result.suite in SHOWN)) {
      console.log(`The guides show nothing of ${result.suite}.`)
      continue
    }
    const rows = result.rows.filter((row) => SHOWN[result.suite].cases.includes(row.case))
    const kept = { ...result, rows, names: NAMES, plots: plotsOf({ ...result, rows }) }
    writeFileSync(join(folder, `${result.suite}.json`), `${JSON.stringify(kept, null, 2)}\n`)
    console.log(`Kept ${rows.length} rows of ${result.suite}.`)
  }
  return 0
}

/**
 * Bars for each case, on one scale for all of them; of Phoenix the best of its ways.
 *
 * @returns {Record<string, string>} SVG by case; none for a suite that is told as a table alone
 */
export function plotsOf({ suite, rows }) {
  const { cases, variants, type } = SHOWN[suite]
  if (!variants) return {}
  const bars = cases.map((name) => barsOf(rows, name, variants))
  const values = bars.flat().map(({ value }) => value)
  const domain = [type === 'log' ? Math.min(...values) / 2 : 0, Math.max(...values)]
  return Object.fromEntries(cases.map((name, at) => [name, draw(bars[at], { type, domain })]))
}

function barsOf(rows, name, variants) {
  return variants.flatMap((variant) => {
    const isOf = (row) =>
      row.variant === variant || (variant === 'phoenix' && row.variant.startsWith('phoenix-'))
    const found = rows.filter((row) => row.case === name && isOf(row))
    if (found.length === 0) return []
    const best = found.reduce((one, other) => (other.median < one.median ? other : one))
    return [{ variant: NAMES[variant] ?? variant, value: figureOf(best), text: textOf(best) }]
  })
}

// Colours are tokens, so that the bars stand in a light page and in a dark one.
function draw(bars, x) {
  const { document } = new JSDOM('').window
  const words = { y: 'variant', fill: 'var(--ink)' }
  const svg = Plot.plot({
    document,
    // A phone shows it as it is, so that its words are not smaller than the page's.
    width: 400,
    height: bars.length * 23 + 4,
    marginLeft: 146,
    marginRight: 76,
    marginTop: 2,
    marginBottom: 2,
    x: { ...x, axis: null },
    y: { label: null, axis: null, domain: bars.map(({ variant }) => variant) },
    marks: [
      Plot.barX(bars, {
        y: 'variant',
        x1: x.domain[0],
        x2: 'value',
        fill: ({ variant }) => (variant.startsWith('Telar') ? 'var(--accent)' : 'var(--muted)'),
        insetTop: 2,
        insetBottom: 2,
      }),
      Plot.text(bars, { ...words, x: 'value', text: 'text', dx: 6, textAnchor: 'start' }),
      Plot.text(bars, {
        ...words,
        frameAnchor: 'left',
        text: 'variant',
        dx: -8,
        textAnchor: 'end',
      }),
    ],
  })
  return withoutStyles(svg)
}

// Times are told in milliseconds.
const figureOf = ({ unit, median }) => (unit === 'µs' ? median / 1000 : median)

function textOf(row) {
  const value = figureOf(row)
  const number = value < 0.1 ? value.toFixed(3) : value < 1 ? value.toFixed(2) : value.toFixed(1)
  if (row.unit === 'µs') return `${number} ms`
  return `${Math.round(value)} ${row.unit === 'bytes' ? 'B' : row.unit}`
}

// The policy of the pages forbids styles that stand in a document.
function withoutStyles(svg) {
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const one of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of ['style', 'class', 'font-family', 'aria-label']) one.removeAttribute(name)
  }
  for (const name of ['width', 'height', 'font-size']) svg.removeAttribute(name)
  svg.setAttribute('font-size', '14.5')
  return svg.outerHTML
}
