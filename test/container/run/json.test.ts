/** Where a text stops being JSON. */
import { expect, test } from 'vitest'
import { jsonFault } from '../../../playground/container/run/json.ts'

test.each(['{}', ' [1, -2.5e3, "a\\"b", true, null, {"a": {}}]\n', '"x"', '0'])(
  '%j is JSON, as the engine of JavaScript says',
  (text) => {
    expect(jsonFault(text)).toBeUndefined()
    expect(() => JSON.parse(text)).not.toThrow()
  },
)

test.each([
  ['{"a": 1,}', 8, 'a name in double quotes'],
  ["{'a': 1}", 1, 'a name in double quotes'],
  ['[1 2]', 3, 'a comma or ]'],
  ['[1,]', 3, 'a value'],
  ['{"a" 1}', 5, 'a colon'],
  ['{"a": abc}', 6, 'a value'],
  ['{"a": 1', 7, 'a comma or }'],
  ['', 0, 'a value'],
  ['{} x', 3, 'the end of the file'],
  ['// no\n{}', 0, 'a value'],
  ['01', 1, 'the end of the file'],
])('%j is none from character %i on', (text, offset, wanted) => {
  expect(jsonFault(text)).toEqual({ offset, wanted })
  expect(() => JSON.parse(text)).toThrow()
})
