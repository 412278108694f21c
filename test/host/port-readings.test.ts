/** The table of sockets is read as soon as a port may have opened, and costs next to nothing while none does. */
import { expect, test } from 'vitest'
import { createReadings } from '../../playground/host/agent/port-readings.ts'

/** How often the table is read within a second of looks each 12 ms, where a reading takes `cost` ms. */
function readingsIn(counts: (at: number) => string | undefined, cost: number): number[] {
  let now = 0
  const readings = createReadings(() => now)
  const read: number[] = []
  for (let at = 0; at < 1000; at = Math.max(at + 12, Math.ceil(now / 12) * 12)) {
    now = at
    if (!readings.isDue(counts(at))) continue
    readings.take(counts(at), () => {
      read.push(at)
      now += cost
    })
  }
  return read
}

test.each([
  [0, 84],
  [0.1, 84],
  [1, 20],
  [7, 3],
  [30, 1],
])(
  'while nothing changes a table that takes %d ms is read for a fiftieth of the time',
  (cost, most) => {
    const read = readingsIn(() => 'TCP: inuse 1', cost)
    expect(read[0]).toBe(0)
    expect(read.length).toBeLessThanOrEqual(most)
    // The last reading may be at the end of the second.
    expect((read.length - 1) * cost).toBeLessThanOrEqual(20)
  },
)

test('a change is seen at the next look', () => {
  expect(readingsIn((at) => (at < 600 ? '1' : '2'), 7)).toContain(600)
})

test.each([
  ['counts that change all the time', (at: number) => String(at)],
  ['a kernel that does not count', () => undefined],
])('%s cost a fifth of the time at most', (_, counts) => {
  expect((readingsIn(counts, 7).length - 1) * 7).toBeLessThanOrEqual(200)
  expect(readingsIn(counts, 7).length).toBeGreaterThan(15)
})
