/** `npm run bench -- plot FILE`: draws the README's picture from the RESULT line that `npm run bench -- apply` printed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
import { root } from './prepare.mjs'

const CASES = {
  'one-cell-1k': 'one cell of 1,000 rows',
  'every-10th-1k': 'every 10th row',
  'slots-50': '50 figures of a dashboard',
  'append-1k': '1,000 rows more',
  'reverse-1k': 'all rows in reverse',
}
const VARIANTS = [
  'vanilla',
  'telar',
  'telar-js',
  'phoenix (best)',
  'turbo',
  'morphdom',
  'idiomorph',
]

/** @returns {number} the exit code */
export function plot(file) {
  const line =
    file &&
    readFileSync(file, 'utf8')
      .split('\n')
      .findLast((one) => one.startsWith('RESULT '))
  const { suite, rows } = line ? JSON.parse(line.slice('RESULT '.length)) : {}
  if (suite !== 'apply') {
    console.error(
      `Expected a file with what npm run bench -- apply printed, received ${suite ?? file ?? 'nothing'}.`,
    )
    return 1
  }
  const shown = Object.entries(CASES).flatMap(([name, words]) => {
    const of = (variant) => rows.find((row) => row.case === name && row.variant === variant)?.median
    const phoenix = ['phoenix', 'phoenix-component', 'phoenix-stream'].map(of)
    return VARIANTS.map((variant) => ({
      case: words,
      variant,
      ms: (variant === 'phoenix (best)' ? Math.min(...phoenix) : of(variant)) / 1000,
    }))
  })
  const missing = shown.find(({ ms }) => !Number.isFinite(ms))
  if (missing) {
    console.error(
      `Expected all cases and variants of apply, received none for ${missing?.case} by ${missing?.variant}.`,
    )
    return 1
  }

  const { document } = new JSDOM('').window
  const svg = Plot.plot({
    document,
    width: 860,
    height: 620,
    marginLeft: 110,
    marginRight: 175,
    marginBottom: 44,
    style: {
      background: '#fbf8f3',
      color: '#2b2622',
      fontSize: '12px',
      fontFamily: 'system-ui, sans-serif',
    },
    x: {
      type: 'log',
      domain: [0.01, 100],
      label: 'script time of one frame, milliseconds (logarithmic)',
      labelAnchor: 'center',
      labelOffset: 36,
      grid: true,
      tickFormat: String,
      ticks: [0.01, 0.1, 1, 10, 100],
    },
    y: { label: null, domain: VARIANTS },
    fy: { label: null, domain: Object.values(CASES) },
    color: {
      domain: VARIANTS,
      range: VARIANTS.map((one) =>
        one === 'telar' ? '#9b2335' : one === 'vanilla' ? '#6d655c' : '#b9aea0',
      ),
    },
    marks: [
      Plot.barX(shown, { fy: 'case', y: 'variant', x1: 0.01, x2: 'ms', fill: 'variant' }),
      Plot.text(shown, {
        fy: 'case',
        y: 'variant',
        x: 'ms',
        text: ({ ms }) => ms.toFixed(ms < 0.1 ? 3 : ms < 1 ? 2 : 1),
        dx: 4,
        textAnchor: 'start',
      }),
    ],
  })
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', 'Script time of one frame by variant and case')
  writeFileSync(join(root, 'site/public/bench.svg'), `${svg.outerHTML}\n`)
  return 0
}
