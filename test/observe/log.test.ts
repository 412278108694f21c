/** Proves that a log line is one line of JSON whatever it is given, and that off costs nothing. */
import { expect, test } from 'vitest'
import { consoleLogger, type LogLevel, silentLogger } from '../../engine/observe/log.ts'

function recorded(level?: LogLevel) {
  const lines: string[] = []
  const logger = consoleLogger({ level, write: (line) => lines.push(line), now: () => 0 })
  return { logger, lines }
}

test('a line is its time, its level, its sentence and its facts', { tags: ['A18'] }, () => {
  const { logger, lines } = recorded()
  logger.warn({ session: 's1', events: 0 }, 'The tab is slow.')
  expect(lines).toEqual([
    '{"time":"1970-01-01T00:00:00.000Z","level":"warn","msg":"The tab is slow.","session":"s1","events":0}',
  ])
})

test('levels below the chosen one are not written', { tags: ['A18'] }, () => {
  for (const [level, count] of [
    ['debug', 4],
    ['info', 3],
    ['warn', 2],
    ['error', 1],
  ] as const) {
    const { logger, lines } = recorded(level)
    logger.debug({}, 'd')
    logger.info({}, 'i')
    logger.warn({}, 'w')
    logger.error({}, 'e')
    expect(lines).toHaveLength(count)
  }
})

test('off costs nothing: facts that cost something are not computed', { tags: ['A18'] }, () => {
  const { logger, lines } = recorded()
  const costly = () => {
    throw new Error('computed')
  }
  logger.debug(costly, 'd')
  silentLogger.error(costly, 'e')
  silentLogger.child({ session: 's1' }).info(costly, 'i')
  expect(lines).toEqual([])
  logger.info(() => ({ size: 3 }), 'i')
  expect(JSON.parse(lines[0]!)).toMatchObject({ size: 3 })
})

test('a logger made with facts carries them on, and the line’s own win', { tags: ['A18'] }, () => {
  const { logger, lines } = recorded()
  logger
    .child({ session: 's1', part: 'a' })
    .child({ component: 'Counter' })
    .info({ part: 'b' }, 'x')
  expect(JSON.parse(lines[0]!)).toMatchObject({ session: 's1', component: 'Counter', part: 'b' })
})

test('an error is written with code and stack, and its cause', { tags: ['A18'] }, () => {
  const { logger, lines } = recorded()
  const error = Object.assign(new Error('no', { cause: new Error('why') }), { code: 'x-y' })
  logger.error({ error }, 'It failed.')
  const { error: written } = JSON.parse(lines[0]!)
  expect(written).toMatchObject({ name: 'Error', code: 'x-y', message: 'no' })
  expect(written.stack).toContain('log.test.ts')
  expect(written.cause.message).toBe('why')
})

test('text from outside cannot forge a second line', { tags: ['A17'] }, () => {
  const { logger, lines } = recorded()
  logger.info({ name: 'x\n{"level":"error"}\r\u2028' }, 'said\nmore')
  expect(lines[0]).not.toMatch(/[\n\r]/)
  expect(JSON.parse(lines[0]!).name).toBe('x\n{"level":"error"}\r\u2028')
})

test('cycles, big integers, functions and errors that hold themselves are written', {
  tags: ['A18'],
}, () => {
  const { logger, lines } = recorded()
  const cycle: Record<string, unknown> = { n: 1n, add: () => 1, twice: [1] }
  cycle.self = cycle
  cycle.again = cycle.twice
  const error = new Error('e')
  error.cause = error
  logger.info({ cycle, error }, 'x')
  const written = JSON.parse(lines[0]!)
  expect(written.cycle).toEqual({
    n: '1n',
    add: '() => 1',
    twice: [1],
    self: '[cycle]',
    again: [1],
  })
  expect(written.error).toMatchObject({ message: 'e', cause: '[cycle]' })
})

test('a fact that throws leaves the sentence', { tags: ['A18'] }, () => {
  const { logger, lines } = recorded()
  const toJSON = () => {
    throw new Error('no')
  }
  logger.info({ bad: { toJSON } }, 'x')
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', msg: 'x', unwritable: 'Error: no' })
})

function readText() {
  const lines: string[] = []
  const write = (line: string) => lines.push(line)
  return { logger: consoleLogger({ format: 'text', write, now: () => 0 }), lines }
}

test('as text it is the sentence, where in the app it happened, and the fields', () => {
  const { logger, lines } = readText()
  const error = new ReferenceError('z is not defined')
  error.stack = `ReferenceError: z is not defined
    at Contact.getTemplate (/app/src/contact.ts:19:36)
    at view (/app/node_modules/telar/engine/component/tree.ts:259:21)
    at node:internal/main:1:2`
  const message = 'Contact failed.'
  logger.error({ error, message, component: 'Contact', turn: 2, step: undefined }, message)
  expect(lines).toEqual([
    `00:00:00 error Contact failed.
  ReferenceError: z is not defined
      at Contact.getTemplate (/app/src/contact.ts:19:36)
  component=Contact turn=2`,
  ])
})

test('as text a visitor can neither begin a line nor move the cursor', () => {
  const { logger, lines } = readText()
  logger.warn({ path: '/\n00:00:00 error All is lost', agent: '\x1b[2J' }, 'Refused.')
  expect(lines).toEqual([
    '00:00:00 warn Refused.\n  path=/\\x0a00:00:00 error All is lost agent=\\x1b[2J',
  ])
})

test('as text it never throws', () => {
  const { logger, lines } = readText()
  const hostile = { toJSON: () => expect.fail('thrown') }
  logger.error({ error: hostile, size: 3n, list: [1] }, 'It failed.')
  expect(lines).toEqual([
    '00:00:00 error It failed.\n  {"unwritable":"AssertionError: thrown"}\n  size="3n" list=[1]',
  ])
})
