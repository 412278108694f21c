/** From several stops of a held thread: which function loops, and who called it. */
import { expect, test } from 'vitest'
import { type Frame, loopingIn } from '../../../playground/container/run/looping.ts'

const frame = (name: string, line: number): Frame => ({
  file: 'a.ts',
  line,
  column: 1,
  code: name,
  ...(name.startsWith('=>') ? {} : { name, component: 'Page' }),
})
const go = frame('go', 6)
const check = frame('check', 3)
const named = (stops: Frame[][], handler?: string) => {
  const looping = loopingIn(stops, handler)
  return looping && [looping.loop.code, looping.caller.code]
}

test('a loop that calls: the caller loops, not what comes and goes', () => {
  expect(named([[go], [check, go], [frame('far', 9), check, go]])).toEqual(['go', 'go'])
})

test('a handler that calls a function which loops: the function loops, the handler called it', () => {
  expect(
    named([
      [check, go],
      [frame('far', 9), check, go],
    ]),
  ).toEqual(['check', 'go'])
})

test('a loop of awaits: what stands alone after its own await is known by its caller', () => {
  expect(named([[check], [check], [check, go], [check]])).toEqual(['check', 'go'])
  expect(named([[check], [check, go], [go]])).toEqual(['go', 'go'])
})

test('of two ways the handler’s own counts', () => {
  expect(named([[check], [check], [go]], 'go')).toEqual(['go', 'go'])
})

test('a function without a name is the loop, and no caller unless there is no other', () => {
  expect(named([[frame('=>', 4), go]])).toEqual(['=>', 'go'])
  expect(named([[frame('=>', 4)]])).toEqual(['=>', '=>'])
})

test('without a frame there is nothing to name', () => {
  expect(named([])).toBeUndefined()
})
