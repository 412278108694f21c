/** Runs in Chromium: applies frames to a page with the real client and writes down every DOM call. */
import { encodeOps } from '../../engine/protocol/encode-ops.ts'
import { decodeUp } from '../../engine/protocol/event.ts'
import { FIXED_NAMES } from '../../engine/protocol/names.ts'
import { adopt } from '../../wasm/client/adopt.ts'
import { applyInWasm } from '../../wasm/client/apply.ts'
import { decodeFrame } from '../../wasm/client/decode.ts'
import { createDom } from '../../wasm/client/dom.ts'
import { createDriver } from '../../wasm/client/drive.ts'
import { createInputs } from '../../wasm/client/input.ts'
import { createRepaint } from '../../wasm/client/repaint.ts'
import { tools } from '../../wasm/client/tools.ts'
import { watchDom } from './dom-calls.ts'

export interface Outcome {
  dom: string[]
  after: string
  told: string[]
}

declare global {
  interface Window {
    applyFrames(page: string, frames: number[][], wasm: number[] | undefined): Promise<Outcome>
  }
}

const log = watchDom()

window.applyFrames = async (page, frames, wasm) => {
  document.body.innerHTML = page
  const told: string[] = []
  const inputs = createInputs(
    () => {},
    () => undefined,
  )
  const driver = createDriver({
    config: { token: '', epoch: 0, ws: '', scripts: false },
    inputs,
    send(bytes) {
      const up = decodeUp(bytes)
      if (up.type === 'reply') told.push(`reply ${up.id} ${JSON.stringify(up.data)}`)
      return true
    },
    error: ({ message }) => void told.push(message),
    tools,
  })
  const client = createDom(adopt(document.body, () => {}).components, {
    inputs,
    createRepaint,
    listen: (event) => told.push(`listen ${event}`),
    acknowledge: (count) => count && told.push(`acknowledge ${count}`),
    signal: (kind, value) => told.push(`signal ${kind} ${JSON.stringify(value)}`),
  })
  client.reset()
  const apply = wasm
    ? await applyInWasm(Uint8Array.from(wasm), client.dom)
    : (bytes: Uint8Array) => decodeFrame(bytes, client.dom, tools.refusal)
  // A server defines each name before its first use; the table's frames have that behind them.
  const names = FIXED_NAMES.map((name, number) => ({ op: 'name' as const, number, name }))
  const defined = encodeOps(names)
  apply(defined)
  client.close()
  told.length = 0
  log.length = 0
  for (const frame of frames) {
    const bytes = Uint8Array.from(frame)
    apply(bytes)
    const { calls, repainted } = client.close()
    driver.run(calls, repainted)
  }
  const dom = [...log]
  return { dom, after: document.querySelector('main')!.innerHTML, told }
}
