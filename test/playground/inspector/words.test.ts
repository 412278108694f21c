/** Spells out the words for sizes, times, ops and bytes. */
import { expect, test } from 'vitest'
import {
  hexLines,
  opLine,
  opsWord,
  sizeWord,
  timeWord,
  upLines,
} from '../../../playground/inspector/words.ts'

test.each([
  [11, '11 B'],
  [999, '999 B'],
  [1400, '1.4 KB'],
  [15_200, '15 KB'],
])('%i bytes are %s', (bytes, word) => {
  expect(sizeWord(bytes)).toBe(word)
})

test.each([
  [0, '0 ms'],
  [0.42, '0.4 ms'],
  [12.3, '12 ms'],
  [1240, '1.2 s'],
])('%f milliseconds are %s', (ms, word) => {
  expect(timeWord(ms)).toBe(word)
})

test('ops are named and counted, and what only prepares is left out', () => {
  expect(
    opsWord([
      { op: 'component', id: 2 },
      { op: 'setText', slot: 1, text: '' },
      { op: 'setText', slot: 2, text: '' },
      { op: 'remove', base: 9 },
      { op: 'move', base: 4, before: 0 },
    ]),
  ).toBe('setText × 2 + remove + 1 more')
  expect(opsWord([{ op: 'template', number: 1, html: '<p>' }])).toBe('template')
  expect(opsWord([{ op: 'signal', kind: 'welcome', value: {} }])).toBe('welcome')
  expect(opsWord([])).toBe('no change')
})

test('an op is a line', () => {
  expect(opLine({ op: 'setText', slot: 5, text: '10' })).toBe('setText · slot 5 · text "10"')
})

test('a hello is told without its token', () => {
  expect(
    upLines({ type: 'hello', token: 'secret', epoch: 1, frame: 2, seq: 3, path: '/' }),
  ).toEqual(['hello', 'epoch 1', 'frame 2', 'seq 3', 'path "/"'])
})

test('bytes stand in rows of sixteen with their letters', () => {
  expect(hexLines(new Uint8Array([0x13, 0x01, 0x31, 0x30]))).toEqual([
    `0000  13 01 31 30${' '.repeat(38)}··10`,
  ])
})
