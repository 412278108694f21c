/** Figures in texts are those that the benches measured last, and code in texts is written so that a reader sees it. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readMeasurements } from '../../site/lib/measurements.ts'
import { en } from '../../site/words/home/en.ts'
import { es } from '../../site/words/home/es.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8')

const measured = (suite: string, name: string) =>
  readMeasurements(suite).rows.find((row) => row.case === name && row.variant === 'telar')!.median

const kilobytes = (bytes: number, digits: number) => `${(bytes / 1024).toFixed(digits)} KB`

test('a cell, the client and an idle visitor cost what the texts say', { tags: ['A16'] }, () => {
  const cell = `${measured('wire', 'one-cell-1k down')} bytes`
  const client = kilobytes(measured('size', 'client-core-gz'), 0)
  const counter = kilobytes(measured('server', 'heap-idle-counter 10000'), 1)
  const list = kilobytes(measured('server', 'heap-idle-list-100 10000'), 0)
  const told = (words: typeof en) => words.proof.figures.slice(0, 3).map(({ value }) => value)
  expect(told(en)).toEqual([cell, client, counter])
  expect(told(es)).toEqual([cell, client, counter.replace('.', ',')])
  expect(read('README.md')).toContain(`${cell} and a fraction of a millisecond for one cell`)
  expect(read('CHANGELOG.md')).toContain(`one script of ${client} and nothing else`)
  expect(read('CHANGELOG.md')).toContain(`a counter ${counter}.`)
  expect(read('engine/README.md')).toContain(
    `An idle counter takes ${counter}, an idle list of 100 rows ${list}:`,
  )
})

test('no code in a text has a backslash before a backtick, which Markdown would show', () => {
  const files = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  const wrong = files
    .trim()
    .split('\n')
    .flatMap((file) => {
      const text = read(file).replace(/^(```+).*\n[\s\S]*?^\1$/gm, '')
      return text.split('\n').flatMap((line) => (line.includes('\\`') ? `${file}: ${line}` : []))
    })
  expect(wrong).toEqual([])
})
