/** Acts are played in their order, each for its visitor. */
import type { Act } from 'telar/testing'
import { expect, test } from 'vitest'
import { playActs } from '../../../playground/preview/play.ts'

function stage() {
  const done: string[] = []
  const bench = {
    ask: async (ask: object, visitor = 1) => void done.push(`${visitor} ${JSON.stringify(ask)}`),
    openSecond: async () => void done.push('second'),
    show: () => {},
    frame: () => undefined,
  }
  return { done, bench, say: (sentence: string) => void done.push(sentence) }
}

test('each act is done once, by the visitor whose turn it is', async () => {
  const { done, bench, say } = stage()
  const acts: Act[] = [
    { press: 'Add' },
    { visitor: 2 },
    { type: 'Ana', into: 'Name' },
    { visitor: 1 },
    { cut: 5 },
    { say: '!' },
    { wait: 1 },
  ]
  await playActs(acts, { bench, say, signal: new AbortController().signal })
  expect(done).toEqual([
    '1 {"do":"press","name":"Add"}',
    'second',
    '2 {"do":"type","text":"Ana","into":"Name"}',
    '1 {"do":"cut","ms":5}',
    '!',
  ])
})

test('what is stopped does nothing more', async () => {
  const { done, bench, say } = stage()
  const stop = new AbortController()
  const playing = playActs([{ press: 'Add' }, { press: 'Add' }], {
    bench,
    say,
    signal: stop.signal,
  })
  stop.abort()
  await playing
  expect(done).toHaveLength(1)
})
