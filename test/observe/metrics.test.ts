/** Proves what the metrics in memory count, how they read, and that they stay bounded. */
import { expect, test } from 'vitest'
import { memoryMetrics } from '../../engine/observe/memory-metrics.ts'
import { noMetrics } from '../../engine/observe/metrics.ts'

test('A18 a counter grows, by labels', () => {
  const metrics = memoryMetrics()
  const events = metrics.counter('telar_events_total', 'Events applied.')
  events.add()
  events.add(2, { outcome: 'stale' })
  events.add(0.5, { outcome: 'stale' })
  expect(metrics.read('telar_events_total')).toBe(1)
  expect(metrics.read('telar_events_total', { outcome: 'stale' })).toBe(2.5)
  expect(metrics.read('telar_events_total', { outcome: 'forged' })).toBe(0)
  expect(() => events.add(-1)).toThrow('Expected telar_events_total to grow, found -1.')
})

test('A18 a gauge goes up and down', () => {
  const metrics = memoryMetrics()
  const sessions = metrics.gauge('telar_sessions', 'Sessions.')
  sessions.set(5)
  sessions.add(-2)
  expect(metrics.read('telar_sessions')).toBe(3)
})

test('A18 a histogram counts up to each bound', () => {
  const metrics = memoryMetrics()
  const took = metrics.histogram('telar_handler_seconds', 'Handlers.', [0.01, 0.1])
  for (const value of [0.001, 0.01, 0.05, 7]) took.observe(value)
  expect(metrics.distribution('telar_handler_seconds')).toEqual({
    count: 4,
    sum: 7.061,
    upTo: [2, 3],
  })
})

test('A18 the same name gives the same numbers, and another kind is refused', () => {
  const metrics = memoryMetrics()
  metrics.counter('a', '').add()
  metrics.counter('a', '').add()
  expect(metrics.read('a')).toBe(2)
  expect(() => metrics.gauge('a', '')).toThrow('found a, which is a counter')
  expect(() => metrics.gauge('a-b', '')).toThrow('Expected a new name of letters')
  expect(() => metrics.histogram('h', '', [2, 1])).toThrow('bounds of h to grow, found 2, 1')
})

test('A18 it reads in the text format of Prometheus', () => {
  const metrics = memoryMetrics()
  metrics.counter('events_total', 'Events\napplied.').add(3, { page: '/"a"\\\n', kind: 'click' })
  metrics.histogram('took_seconds', 'Time.', [0.5]).observe(0.25, { kind: 'click' })
  metrics.gauge('load', 'Load.').set(Infinity)
  expect(metrics.text()).toBe(
    [
      '# HELP events_total Events\\napplied.',
      '# TYPE events_total counter',
      'events_total{kind="click",page="/\\"a\\"\\\\\\n"} 3',
      '# HELP took_seconds Time.',
      '# TYPE took_seconds histogram',
      'took_seconds_bucket{kind="click",le="0.5"} 1',
      'took_seconds_bucket{kind="click",le="+Inf"} 1',
      'took_seconds_sum{kind="click"} 0.25',
      'took_seconds_count{kind="click"} 1',
      '# HELP load Load.',
      '# TYPE load gauge',
      'load +Inf',
      '',
    ].join('\n'),
  )
})

test('A17 labels that a visitor chooses stay bounded', () => {
  const metrics = memoryMetrics({ maxSeries: 10 })
  const visits = metrics.counter('visits_total', 'Visits.')
  for (let n = 0; n < 1000; n++) visits.add(1, { path: `/${n}` })
  expect(metrics.read('visits_total', { path: '/9' })).toBe(1)
  expect(metrics.read('visits_total', { path: '/10' })).toBe(0)
  expect(metrics.read('visits_total', { other: 'true' })).toBe(990)
})

test('A18 off costs nothing: every instrument is the same one that does nothing', () => {
  const counter = noMetrics.counter('a', '')
  expect(noMetrics.gauge('b', '')).toBe(counter)
  expect(noMetrics.histogram('c', '', [])).toBe(counter)
  counter.add(1, { a: 'b' })
})
