/** The entry in Chromium: applies due frames with the client's own parts, then does again what hashing costs of it. */
import { encodeOps } from '../../engine/protocol/encode-ops.ts'
import { weigh } from '../../engine/protocol/hash.ts'
import * as code from '../../engine/protocol/opcodes.ts'
import type { Op } from '../../engine/protocol/ops.ts'
import { adopt } from '../../wasm/client/adopt.ts'
import { type Apply, applyInWasm } from '../../wasm/client/apply.ts'
import { createDom } from '../../wasm/client/dom.ts'
import type { Dom } from '../../wasm/client/imports.ts'
import { createInputs } from '../../wasm/client/input.ts'
import { createComponent, note } from '../../wasm/client/table.ts'
import { chance, label } from '../fixture/views.ts'

/** Times of one case in µs: the whole frame, and at most what hashing is of it. */
export interface Shares {
  case: string
  whole: number[]
  hashing: number[]
}

const ROWS = 1000
const ROUNDS = 60
/** Hashing alone is too short for the clock: it is done this often at once. */
const AGAIN = 50
/** Base and four slots, of which the second holds the label. */
const STRIDE = 5
const random = chance(3)

const CASES: Record<string, () => Op[]> = {
  'one-cell-1k': () => [textOp(500)],
  'every-10th-1k': () => Array.from({ length: 100 }, (_, i) => textOp(i * 10)),
  'slots-50': () => Array.from({ length: 50 }, (_, i) => textOp(i)),
}

const textOp = (row: number): Op => ({
  op: 'setText',
  slot: 10 + row * STRIDE + 2,
  text: label(random),
})

Object.assign(window, {
  async measure(wasm: number[]): Promise<Shares[]> {
    const page = await createPage(Uint8Array.from(wasm))
    const decode = await createSilent(Uint8Array.from(wasm))
    const all: Shares[] = []
    for (const [name, make] of Object.entries(CASES)) {
      const shares: Shares = { case: name, whole: [], hashing: [] }
      for (let round = 0; round < ROUNDS + 10; round++) {
        const frame = encodeOps(make(), { hash: 0 })
        const whole = timed(() => page(frame))
        const hashing = timed(() => {
          for (let i = 0; i < AGAIN; i++) decode(frame)
        })
        if (round >= 10) {
          shares.whole.push(whole)
          shares.hashing.push(hashing / AGAIN)
        }
        await new Promise((resolve) => setTimeout(resolve))
      }
      all.push(shares)
    }
    return all
  },
})

function timed(act: () => void): number {
  const start = performance.now()
  act()
  return (performance.now() - start) * 1000
}

/** A page with a table of a thousand rows, as the client holds it. */
async function createPage(wasm: Uint8Array): Promise<Apply> {
  document.body.innerHTML = '<table><tbody lv-t="0"></tbody></table>'
  const inputs = createInputs(
    () => {},
    () => undefined,
  )
  const client = createDom(adopt(document.body, () => {}).components, {
    inputs,
    listen() {},
    acknowledge() {},
    signal() {},
  })
  client.reset()
  const decode = await applyInWasm(wasm, client.dom)
  const apply = (frame: Uint8Array) => {
    const ops = decode(frame)
    try {
      client.close()
    } catch {
      // The hash of the fixture is none; comparing it has cost the same.
    }
    return ops
  }
  const html =
    '<tr><td class="col-md-1" lv-t="1"></td><td class="col-md-4"><a lv-click="3" lv-t="2"></a></td><td class="col-md-1"><a lv-click="4"></a></td></tr>'
  const rows = Array.from(
    { length: ROWS },
    (_, i): Op => ({
      op: 'insert',
      list: 0,
      tpl: 0,
      base: 10 + i * STRIDE,
      before: 0,
      key: String(i),
      strings: [String(i), label(random)],
    }),
  )
  apply(encodeOps([{ op: 'template', number: 0, html }, ...rows]))
  return apply
}

/** Decodes and hashes, keeps the hashes and adds them up, and writes nothing: more than what hashing alone would cost. */
async function createSilent(wasm: Uint8Array): Promise<Apply> {
  const component = createComponent(0)
  let units = 0
  const dom = new Proxy({} as Dom, {
    get: (_, name) => {
      if (name === 'begin')
        return (_: number, _n: number, from: number, to: number) => (units = to - from)
      if (name === 'fill') {
        let slot = 0
        return (_: number, hash: number) => note(component, (slot += STRIDE) % 5000, hash)
      }
      if (Number(name) === code.SET_TEXT)
        return (slot: number, _: number, hash: number) => note(component, slot, hash)
      return () => 0
    },
  })
  const calls: Record<string, unknown> = { begin: dom.begin, fill: dom.fill }
  for (let opcode = 0; opcode <= code.SIGNAL; opcode++) calls[opcode] = dom[opcode as 1]
  const decode = await applyInWasm(wasm, calls as unknown as Dom)
  return (frame) => {
    const ops = decode(frame)
    return weigh(component.id, component.sum) === units ? 0 : ops
  }
}
