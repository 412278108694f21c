/** What was thrown becomes a problem with its owner and the reader's place. */
import { expect, test } from 'vitest'
import { Layout, page } from '../../../engine/index.ts'
import { toProblem } from '../../../playground/container/run/fault.ts'
import { readPosition } from '../../../playground/container/run/syntax.ts'
import { pagesOf } from '../../../playground/container/run/view.ts'

const files = ['counter.ts', 'parts/list.ts']

function thrown(message: string, stack: string[], fields: object = {}): Error {
  const error = Object.assign(new TypeError(message), fields)
  error.stack = [`TypeError: ${message}`, ...stack].join('\n')
  return error
}

test('a handler that throws is the reader’s fault, at the innermost of their frames', {
  tags: ['B7'],
}, () => {
  const error = thrown('x is not a function', [
    '    at push (node:internal/x:1:1)',
    '    at List.add (parts/list.ts:7:12)',
    '    at Counter.add (counter.ts:3:9)',
    '    at Session.run (file:///app/node_modules/telar/server.js:10:3)',
  ])
  expect(toProblem(error, { files, component: 'Counter', handler: 'add' })).toEqual({
    owner: 'app',
    code: 'thrown',
    message: 'TypeError: x is not a function',
    source: 'runtime',
    component: 'Counter',
    handler: 'add',
    file: 'parts/list.ts',
    line: 7,
    column: 12,
  })
})

test('a fault without a frame of the reader’s is the engine’s', {
  tags: ['B7', 'fault-owner'],
}, () => {
  const error = thrown('no', ['    at f (file:///app/node_modules/telar/index.js:1:1)'])
  expect(toProblem(error, { files })).toMatchObject({ owner: 'engine' })
})

test('frames of async functions and constructors count', { tags: ['B7'] }, () => {
  expect(toProblem(thrown('no', ['    at async counter.ts:2:5']), { files })).toMatchObject({
    line: 2,
    column: 5,
  })
  expect(toProblem(thrown('no', ['    at new Counter (counter.ts:4:1)']), { files })).toMatchObject(
    {
      line: 4,
    },
  )
})

test('an error that names its owner and place keeps them', { tags: ['B7', 'fault-owner'] }, () => {
  const error = thrown('Unclosed <b>', ['    at html (counter.ts:1:1)'], {
    owner: 'app',
    code: 'template-nesting',
    file: 'counter.ts',
    line: 9,
    column: 4,
  })
  expect(toProblem(error, { files })).toMatchObject({
    code: 'template-nesting',
    message: 'Unclosed <b>',
    line: 9,
    column: 4,
  })
})

test('what is thrown need not be an error', () => {
  expect(toProblem('oh', { files })).toMatchObject({
    owner: 'app',
    message: expect.stringContaining("received 'oh'"),
  })
})

test('the place of a name declared twice is read from Node’s own report', () => {
  const report =
    "file:///app/counter.js:2\n  let a = 2\n      ^\n\nSyntaxError: Identifier 'a' has already been declared\n"
  expect(readPosition(report)).toEqual({ line: 2, column: 7 })
  expect(readPosition('')).toBeUndefined()
})

test('a default export that is no component says what it is', () => {
  const told = (view: unknown) => {
    const pages = pagesOf(view, { page, Layout }, { file: 'counter.ts', css: '' })
    return Array.isArray(pages) ? pages : pages.message
  }
  expect(told(class Box {})).toContain(
    'default export of counter.ts, received the class Box, which has no getTemplate().',
  )
  expect(told(42)).toContain('received a value of type number.')
  expect(told(() => 1)).toContain('received a function.')
})
