/** `npm run bench -- server`: round trips, throughput and heap of servers in processes of their own, over loopback. */
import { apart, type Measured, measured, quantile, report, type Unit } from '../report.ts'
import { fanOut, heapPerSocket, roundTrips, type Samples, throughput } from './measures.ts'

const rows: Measured[] = []
/** The larger crowd; fewer where a machine has no room for as many. */
const most = Number(process.argv[2] ?? 10_000)
console.log(
  'Loopback; each server under test alone in its process. Two blocks of each round trip and one turn of the throughput before the clock counts. Heap: what a forced collection leaves (heap and buffers outside of it) per idle socket; telar and liveviewjs above bare-ws. telar runs without its limits of messages a second and of sockets.\n',
)

const counter = await roundTrips(['echo', 'telar', 'liveviewjs', 'echo-again'], '/counter', 40, 50)
addTrips('rtt-counter', counter)
addTrips('rtt-list-1k', await roundTrips(['echo', 'telar', 'liveviewjs'], '/list-1k', 20, 20))
// Once without and once with a file behind it: the difference is the store's.
addTrips(
  'store-write-list-1k',
  await roundTrips(['echo', 'telar', 'telar-file'], '/list-1k', 20, 20),
)
add(
  'events-per-second',
  'per second',
  await throughput(['echo', 'telar', 'liveviewjs'], '/counter', 100, 5, 1_000),
)
add('fan-out-1k', 'µs', await fanOut(['bare-ws', 'telar', 'liveviewjs'], 1_000, 15))
for (const sockets of [1_000, most]) {
  for (const page of ['counter', 'list-100']) await addHeap(page, sockets)
}
report('server', rows, apart(counter.get('echo')!, counter.get('echo-again')!))

function add(name: string, unit: Unit, samples: Samples) {
  for (const [variant, values] of samples) rows.push(measured(name, variant, unit, values))
}

function addTrips(name: string, samples: Samples) {
  add(name, 'µs', samples)
  for (const [variant, values] of samples) {
    const sorted = [...values].sort((a, b) => a - b)
    const slow = quantile(sorted, 0.99)
    rows.push({ ...measured(`${name} p99`, variant, 'µs', [slow]), n: values.length })
  }
}

async function addHeap(page: string, sockets: number) {
  console.error(`  heap of ${sockets} sockets, ${page}`)
  const name = `heap-idle-${page} ${sockets}`
  const bare = await heapPerSocket('bare-ws', `/${page}`, sockets)
  rows.push(measured(name, 'bare-ws', 'bytes per session', [bare]))
  for (const variant of ['telar', 'liveviewjs']) {
    const bytes = (await heapPerSocket(variant, `/${page}`, sockets)) - bare
    rows.push(measured(name, variant, 'bytes per session', [bytes]))
  }
}
