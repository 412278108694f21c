/** Proves which topics and patterns there are, and which hears which. */
import { expect, test } from 'vitest'
import { checkPattern, checkTopic, hears } from '../../engine/bus/topic.ts'

test.each([
  ['room:7', 'room:7', true],
  ['room:*', 'room:7', true],
  ['room:*', 'room', false],
  ['room:*', 'rooms', false],
  ['room:*', 'room:7:typing', false],
  ['room:*', 'roomy:7', false],
  ['room:*:typing', 'room:7:typing', true],
  ['room:*:typing', 'room:7:leaving', false],
  ['room:*:*', 'room:7:typing', true],
  ['room', 'room:7', false],
])('pattern %s and topic %s: %s', { tags: ['A12'] }, (pattern, topic, heard) => {
  expect(hears(pattern, topic)).toBe(heard)
})

test.each(['', ':', 'room:', ':7', 'room::7', ' ', 'room:*', 'a:b:c:d:e:f:g:h:i', 'x'.repeat(201)])(
  '%j is no topic',
  { tags: ['A12'] },
  (topic) => {
    expect(() => checkTopic(topic)).toThrow(expect.objectContaining({ code: 'topic-invalid' }))
  },
)

test.each(['*', '*:7', 'ro*', 'room:7*', 'room:**', 'room:', ''])(
  '%j is no pattern, since it would hear more than whole segments below a name',
  { tags: ['A12'] },
  (pattern) => {
    expect(() => checkPattern(pattern)).toThrow(
      expect.objectContaining({ code: 'pattern-invalid' }),
    )
  },
)

test('the refusal says what a topic is', { tags: ['A12'] }, () => {
  expect(() => checkTopic('room:')).toThrow('received "room:"')
  expect(() => checkTopic(7 as unknown as string)).toThrow('received number')
})
