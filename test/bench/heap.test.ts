/** What an idle session may take of the server's memory, measured by the suite that reports it. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { Row } from '../../bench/report.ts'

test('an idle session takes at most 4 KB above a bare socket for a counter, 20 KB for a list of 100 rows', {
  tags: ['A16', 'bench'],
  timeout: 180_000,
}, async () => {
  const script = fileURLToPath(new URL('../../scripts/bench.mjs', import.meta.url))
  const words = ['server', 'heap-idle', '400', '--own', '--rest', '500']
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, ...words])
  const line = stdout.split('\n').findLast((one) => one.startsWith('RESULT '))
  if (!line) throw new Error(`The suite ended without a result: ${stderr}`)
  const { rows } = JSON.parse(line.slice('RESULT '.length)) as { rows: Row[] }
  const of = (name: string) =>
    rows.find((row) => row.case === name && row.variant === 'telar')!.median
  console.log(`counter ${of('heap-idle-counter 400')} B, list ${of('heap-idle-list-100 400')} B`)
  expect(of('heap-idle-counter 400')).toBeLessThanOrEqual(4_096)
  expect(of('heap-idle-list-100 400')).toBeLessThanOrEqual(20_480)
})
