/** What the guides show of measurements: figures as they were kept, with machine and date, and bars that the page's policy allows. */
import { expect, test } from 'vitest'
import { readMeasurements, withMeasurements } from '../../site/lib/measurements.ts'

const SUITES = ['apply', 'wire', 'size']

test('a table has the figures of the bench, the best of several ways, and says where and when', () => {
  const kept = readMeasurements('apply')
  const median = (variant: string) =>
    kept.rows.find((row) => row.case === 'one-cell-1k' && row.variant === variant)!.median
  const best = Math.min(
    ...['phoenix', 'phoenix-component', 'phoenix-stream'].map((variant) => median(variant)),
  )
  const text = withMeasurements(
    '<Measured suite="apply" cases="one-cell-1k" variants="telar, phoenix=phoenix|phoenix-component|phoenix-stream" />',
    'en',
  )
  const told = (value: number) => `${Number((value / 1000).toPrecision(3))} ms`
  expect(text).toBe(`| Client | one cell of 1,000 rows |
| --- | --- |
| Telar | ${told(median('telar'))} |
| Phoenix LiveView | ${told(best)} |

*Measured on ${new Date(kept.at).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' })}, on ${kept.machine.processor} with ${kept.machine.cores} cores, ${kept.machine.versions}.*`)
})

test('a figure that was not measured is told with what to run', () => {
  expect(() =>
    withMeasurements('<Measured suite="size" cases="nothing" variants="telar" />', 'en'),
  ).toThrow('npm run bench -- size')
})

test.each(SUITES)(
  'the bars of %s are those of its figures, without styles of their own',
  async (suite) => {
    const { plotsOf } = (await import('../../scripts/keep.mjs' as string)) as {
      plotsOf: (result: object) => Record<string, string>
    }
    const kept = readMeasurements(suite)
    expect(kept.plots).toEqual(plotsOf(kept))
    expect(Object.keys(kept.plots).length).toBeGreaterThan(0)
    for (const svg of Object.values(kept.plots)) {
      expect(svg).toMatch(/^<svg /)
      expect(svg).not.toMatch(/<style| style=|#[0-9a-f]{3}/)
    }
  },
)
