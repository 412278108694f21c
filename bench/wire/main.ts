/** `npm run bench -- wire`: bytes of a message in both directions, without the WebSocket's header. */
import { type Measured, measured, report } from '../report.ts'
import { constructed, measureLiveViewJs } from './measure.ts'
import type { Bytes } from './rounds.ts'
import { measureTelar } from './telar.ts'

const all = [...(await measureTelar()), ...constructed(), ...(await measureLiveViewJs())]
console.log(
  'Bytes of one message, acknowledgement included. telar and liveviewjs: as they crossed a socket. phoenix*, turbo: constructed from their documented formats. turbo has no row up: its events are HTTP requests. liveviewjs has no take-over.\n',
)
const order = new Map([...new Set(all.map((one) => one.case))].map((name, at) => [name, at]))
all.sort((a, b) => order.get(a.case)! - order.get(b.case)!)
report('wire', [...rows('down'), ...rows('up')], null)

function rows(way: 'down' | 'up'): Measured[] {
  return all.flatMap((one: Bytes) => {
    const samples = one[way]
    return samples ? [measured(`${one.case} ${way}`, one.variant, 'bytes', samples)] : []
  })
}
