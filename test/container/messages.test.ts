/** Messages travel between a program's own output. */
import { expect, test } from 'vitest'
import { encodeLine, LineReader } from '../../playground/container/messages.ts'

function read(chunks: string[]) {
  const seen: unknown[] = []
  const reader = new LineReader<object>(
    (message) => seen.push(message),
    (text) => seen.push(text),
  )
  for (const chunk of chunks) reader.push(chunk)
  reader.end()
  return seen
}

test('messages and text come apart, in order', () => {
  const line = encodeLine({ type: 'ready' })
  expect(read([`one\n${line}two\n`])).toEqual(['one\n', { type: 'ready' }, 'two\n'])
})

test('a message that is cut anywhere is the same message', () => {
  const text = `open${encodeLine({ type: 'stopped', run: 2 })}rest`
  for (let at = 0; at <= text.length; at++) {
    const seen = read([text.slice(0, at), text.slice(at)])
    const words = seen.filter((item) => typeof item === 'string').join('')
    expect(seen.filter((item) => typeof item === 'object')).toEqual([{ type: 'stopped', run: 2 }])
    expect(words).toBe('openrest')
  }
})

test('a marked line that is no JSON is text', () => {
  expect(read(['\u001etelar {oops\n'])).toEqual(['{oops\n'])
})
