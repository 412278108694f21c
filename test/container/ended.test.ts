/** The end of a container has a reason and a sentence. */
import { expect, test } from 'vitest'
import { endOf, exited, readEnded } from '../../playground/container/ended.ts'
import { blockedProblem } from '../../playground/container/run/blocked.ts'

test('a host’s line is read', () => {
  expect(readEnded('container-ended:memory: It used more than 512 MB.\n')).toEqual({
    reason: 'memory',
    message: 'It used more than 512 MB.',
  })
})

test('a reason that is not known is an exit, and other text is nothing', () => {
  expect(readEnded('container-ended:moon: It set.')).toEqual({ reason: 'exit', message: 'It set.' })
  expect(readEnded('Something else')).toBeUndefined()
})

test('a boot that its host has ended, or that reached no host, has a reason; another fault has none', () => {
  expect(endOf(new Error('container-ended:away: The host was stopped.'))).toEqual({
    reason: 'away',
    message: 'The host was stopped.',
  })
  const unreached = Object.assign(new Error('It does not answer.'), { code: 'host-away' })
  expect(endOf(unreached)).toEqual({ reason: 'away', message: 'It does not answer.' })
  expect(endOf(new Error('The engine is late.'))).toBeUndefined()
})

test('a program that ended itself is told with its code or signal', () => {
  expect(exited(3, null)).toEqual({
    reason: 'exit',
    message:
      'Your program ended itself with code 3. Change the code, and the page goes on with what its handlers had finished. Start again opens a new page.',
  })
  expect(exited(null, 'SIGSEGV').message).toContain('was ended by SIGSEGV')
})

test('a program that the system killed has most likely used too much memory', () => {
  expect(exited(null, 'SIGKILL')).toMatchObject({
    reason: 'memory',
    message: expect.stringContaining('too much memory'),
  })
})

test('the watchdog names component, handler and line as far as it knows them', {
  tags: ['B7'],
}, () => {
  const running = { component: 'Counter', handler: 'spin' }
  const loop = { file: 'counter.ts', line: 7, column: 5, code: '1:6:2' }
  const stop = { loop, caller: { ...loop, name: 'go', component: 'List' } }
  expect(blockedProblem(running, stop).message).toMatch(/^Counter\.spin ran .* at counter\.ts:7,/)
  expect(blockedProblem(running, undefined)).toMatchObject({
    component: 'Counter',
    handler: 'spin',
  })
  expect(blockedProblem(undefined, stop)).toMatchObject({
    component: 'List',
    handler: 'go',
    line: 7,
  })
  expect(blockedProblem(undefined, undefined).message).toMatch(/^Your code ran/)
})
