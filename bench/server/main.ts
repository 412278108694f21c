/** `npm run bench -- server [section …] [sockets …] [--own] [--rest MS]`: round trips, throughput and heap of servers in processes of their own. */
import { parseArgs } from 'node:util'
import { apart, type Measured, measured, quantile, report, type Unit } from '../report.ts'
import { type Seating, seatings } from './cores.ts'
import { fanOut, heapPerSocket, roundTrips, type Samples, throughput } from './measures.ts'

const SECTIONS = [
  'rtt-counter',
  'rtt-list-1k',
  'store-write-list-1k',
  'events-per-second',
  'fan-out-1k',
  'heap-idle',
]
const { values: options, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { own: { type: 'boolean', default: false }, rest: { type: 'string' } },
})
/** Milliseconds after which a session of ours rests; the shipped default unless told. */
const rest = options.rest === undefined ? undefined : Number(options.rest)
const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number)
const chosen = words.filter((word) => !/^\d+$/.test(word))
const unknown = chosen.find((word) => !SECTIONS.includes(word))
if (unknown !== undefined) {
  console.error(
    `Expected some of ${SECTIONS.join(', ')}, or numbers of sockets, received ${unknown}.`,
  )
  process.exit(1)
}
/** The crowds; smaller ones where a machine has no room for as many. */
const crowds = numbers.length > 0 ? numbers : [1_000, 10_000]
const has = (section: string) => chosen.length === 0 || chosen.includes(section)

const ways = seatings()
const WAYS: Record<Seating, string> = {
  awake: 'a core each, kept awake',
  shared: 'one core',
  free: 'cores may sleep',
}
const HOW: Record<Seating, string> = {
  awake:
    'Round trips: both ends on a core of their own, which a loop of idle priority keeps awake, so that programs are compared and not how soon a halted core wakes up; the same with both ends on one core, and where the system puts them, on cores that may sleep.',
  shared:
    'Round trips: both ends on one core, since there are no two that could be kept awake (chrt); the same where the system puts them, on cores that may sleep.',
  free: 'Round trips: where the system puts both ends, on cores that may sleep: there is no taskset here to say it otherwise. How soon a halted core wakes up is part of them.',
}

const rows: Measured[] = []
let noise: number | null = null
console.log(
  'Loopback; each server under test alone in its process. 60 blocks of each round trip and two turns of the throughput before the clock counts. Heap: what a forced collection leaves (heap and buffers outside of it) per socket that has been idle for twice the time after which a session rests, and 2 s; telar and liveviewjs above bare-ws. telar runs without its limits of messages a second and of sockets.',
)
console.log(`${HOW[ways[0]!]}\n`)
if (has('rtt-counter')) {
  const variants = ['echo', 'telar', 'liveviewjs', 'echo-again']
  const counter = await roundTrips(variants, '/counter', 40, 50, ways)
  addTrips('rtt-counter', counter)
  const first = counter.get(ways[0]!)!
  noise = apart(first.get('echo')!, first.get('echo-again')!)
}
if (has('rtt-list-1k')) {
  const variants = ['echo', 'telar', 'liveviewjs']
  addTrips('rtt-list-1k', await roundTrips(variants, '/list-1k', 20, 20, ways))
}
if (has('store-write-list-1k')) {
  // Once without and once with a file behind it: the difference is the store's.
  const variants = ['echo', 'telar', 'telar-file']
  addTrips('store-write-list-1k', await roundTrips(variants, '/list-1k', 20, 20, ways))
}
if (has('events-per-second')) {
  const variants = ['echo', 'telar', 'liveviewjs']
  // What a server can take: each tab has 16 on their way. With one each, reading and writing sockets is most of it, as echo shows.
  for (const burst of [16, 1]) {
    const name = burst === 1 ? 'events-per-second, one on its way' : 'events-per-second'
    const { perSecond, processor } = await throughput(variants, '/counter', 100, burst, 5, 1_000)
    add(name, 'per second', perSecond)
    add(`${name}, processor time of one`, 'µs', processor)
  }
}
if (has('fan-out-1k')) {
  const news = ['bare-ws', 'telar', 'telar-shared', 'liveviewjs']
  add('fan-out-1k', 'µs', await fanOut(news, '/news', 1_000, 15))
  // A view of a hundred rows, of which one changes: run by each tab's session, or once.
  const own = ['telar', 'telar-shared']
  add('fan-out-1k, 100 rows', 'µs', await fanOut(own, '/front-page', 1_000, 15))
}
if (has('heap-idle')) {
  for (const sockets of crowds) {
    for (const page of ['counter', 'list-100']) await addHeap(page, sockets)
  }
}
report('server', rows, noise)

function add(name: string, unit: Unit, samples: Samples) {
  for (const [variant, values] of samples) rows.push(measured(name, variant, unit, values))
}

function addTrips(section: string, trips: ReadonlyMap<Seating, Samples>) {
  for (const [way, samples] of trips) {
    const name = way === ways[0] ? section : `${section}, ${WAYS[way]}`
    add(name, 'µs', samples)
    for (const [variant, values] of samples) {
      const sorted = [...values].sort((a, b) => a - b)
      const slow = quantile(sorted, 0.99)
      rows.push({ ...measured(`${name} p99`, variant, 'µs', [slow]), n: values.length })
    }
  }
}

async function addHeap(page: string, sockets: number) {
  console.error(`  heap of ${sockets} sockets, ${page}`)
  const name = `heap-idle-${page} ${sockets}`
  const bare = await heapPerSocket('bare-ws', `/${page}`, sockets, rest)
  rows.push(measured(name, 'bare-ws', 'bytes per session', [bare]))
  for (const variant of options.own ? ['telar'] : ['telar', 'liveviewjs']) {
    const bytes = (await heapPerSocket(variant, `/${page}`, sockets, rest)) - bare
    rows.push(measured(name, variant, 'bytes per session', [bytes]))
  }
}
