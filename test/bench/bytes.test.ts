/** What the wire and the client may cost, held by the suites that report it: bytes do not depend on the machine. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { medianOf } from '../../bench/report.ts'
import { ownSizes } from '../../bench/size/own.ts'
import type { Bytes } from '../../bench/wire/rounds.ts'
import { measureTelar } from '../../bench/wire/telar.ts'
import { buildClient } from '../../wasm/build.mjs'

let all: Bytes[]
beforeAll(async () => {
  all = await measureTelar()
})

test.each([
  ['one-cell-1k', 24],
  ['one-cell-10k', 24],
  ['swap-1k', 14],
  ['reverse-1k', 16],
  ['shuffle-1k', 2_100],
  ['remove-1k', 10],
  ['prepend-1k', 44],
  ['every-10th-1k', 1_400],
  ['slots-50', 700],
  ['slots-50-bare', 700],
])(
  '%s is told in at most %i bytes, acknowledgement included',
  { tags: ['A16', 'bench'] },
  (name, most) => {
    const { down } = all.find((one) => one.case === name)!
    expect(medianOf(down)).toBeLessThanOrEqual(most)
  },
)

test('a click in a table of a thousand rows goes up in at most ten bytes', {
  tags: ['A16'],
}, () => {
  for (const { up } of all) if (up) expect(medianOf(up)).toBeLessThanOrEqual(10)
})

test('the client: its core, everything, and the decoder in WASM, gzipped', {
  tags: ['A8'],
}, async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'telar-size-'))
  await buildClient({ outdir })
  const { core, everything, wasm } = ownSizes(outdir)
  expect(core).toBeLessThanOrEqual(9_216)
  // By the gzip that the peers are measured with; the files that a server sends are 3 % smaller (test/wasm/size.test.ts).
  expect(everything).toBeLessThanOrEqual(27_648)
  expect(wasm).toBeLessThanOrEqual(2_048)
})
