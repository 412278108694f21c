/** The questions of the command, answered with keys. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { expect, test, vi } from 'vitest'
import type { Asked } from '../../playground/take-home/cli/arguments.ts'
import { askFor } from '../../playground/take-home/cli/questions.ts'

const ENTER = '\r'
const DOWN = '\u001b[B'
const CTRL_C = '\u0003'

/** Asks, and answers each question once it is shown. */
function asking(asked: Asked) {
  const input = new PassThrough()
  const output = new PassThrough()
  let shown = ''
  output.on('data', (data) => {
    shown += stripVTControlCharacters(String(data))
  })
  const answers = askFor(asked, { input, output })
  return {
    answers,
    async answer(question: string, keys: string) {
      // Long sentences come in several lines, each behind a bar.
      await vi.waitFor(() => expect(shown.replaceAll(/[\s│]+/g, ' ')).toContain(question))
      shown = ''
      input.write(keys)
    },
  }
}

test('all is asked for that was not said', async () => {
  const { answers, answer } = asking({})
  await answer('In which folder?', `shop${ENTER}`)
  await answer('What does it begin with?', DOWN)
  await answer('A form that a schema checks', ENTER)
  await answer('Install its packages now?', `n`)
  expect(await answers).toEqual({ folder: 'shop', template: 'form', install: false })
})

test('what was said is not asked for', async () => {
  const { answers, answer } = asking({ folder: 'shop', install: true })
  await answer('What does it begin with?', ENTER)
  expect(await answers).toEqual({ folder: 'shop', template: 'empty', install: true })
})

test('a folder that can’t be taken is asked for again', async () => {
  const full = join(mkdtempSync(join(tmpdir(), 'telar-full-')), 'shop')
  mkdirSync(full)
  writeFileSync(join(full, 'a.txt'), '')
  const { answers, answer } = asking({ template: 'board', install: true })
  await answer('In which folder?', `${full}${ENTER}`)
  await answer('which contains a.txt', `/new${ENTER}`)
  expect(await answers).toMatchObject({ folder: `${full}/new` })
})

test('Ctrl+C ends the questions', async () => {
  const { answers, answer } = asking({})
  await answer('In which folder?', CTRL_C)
  expect(await answers).toBeUndefined()
})
