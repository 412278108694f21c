/** `npm run bench -- apply > apply.txt`, then `node scripts/plot.mjs apply.txt`: draws the README's picture from a RESULT line. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
import { root } from './prepare.mjs'

const [file] = process.argv.slice(2)
const line =
  file &&
  readFileSync(file, 'utf8')
    .split('\n')
    .findLast((one) => one.startsWith('RESULT '))
if (!line) {
  console.error(
    `Expected a file with the output of npm run bench -- apply, found ${file ?? 'none'}.`,
  )
  process.exit(1)
}
const { suite, rows } = JSON.parse(line.slice('RESULT '.length))
const CASES = {
  'one-cell-1k': 'one cell of 1,000 rows',
  'every-10th-1k': 'every 10th row',
  'slots-50': '50 texts',
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
if (suite !== 'apply' || missing) {
  console.error(
    `Expected all cases and variants of apply, found none for ${missing?.case} by ${missing?.variant}.`,
  )
  process.exit(1)
}

const { document } = new JSDOM('').window
const svg = Plot.plot({
  document,
  width: 860,
  height: 620,
  marginLeft: 110,
  marginRight: 60,
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
      text: ({ ms }) => (ms < 1 ? ms.toFixed(2) : ms.toFixed(1)),
      dx: 4,
      textAnchor: 'start',
    }),
  ],
})
svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
svg.setAttribute('role', 'img')
writeFileSync(join(root, 'site/public/bench.svg'), `${svg.outerHTML}\n`)
