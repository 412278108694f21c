/** The client's half that writes frames into a page, in a window of jsdom: without a session, and at once. */

import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { JSDOM } from 'jsdom'
import type { adopt } from '../../../wasm/client/adopt.ts'
import type { decodeFrame } from '../../../wasm/client/decode.ts'
import type { createDom } from '../../../wasm/client/dom.ts'
import type { keepFields } from '../../../wasm/client/fields.ts'
import type { refusal } from '../../../wasm/client/imports.ts'
import type { createInputs } from '../../../wasm/client/input.ts'
import type { handlerSlot } from '../../../wasm/client/table.ts'

interface Client {
  adopt: typeof adopt
  createDom: typeof createDom
  createInputs: typeof createInputs
  decodeFrame: typeof decodeFrame
  keepFields: typeof keepFields
  refusal: typeof refusal
  handlerSlot: typeof handlerSlot
}

const ENTRY = `
export { adopt } from './adopt.ts'
export { createDom } from './dom.ts'
export { createInputs } from './input.ts'
export { keepFields } from './fields.ts'
export { decodeFrame } from './decode.ts'
export { refusal } from './imports.ts'
export { handlerSlot } from './table.ts'
`
const resolveDir = fileURLToPath(new URL('../../../wasm/client', import.meta.url))
const { outputFiles } = buildSync({
  stdin: { contents: ENTRY, resolveDir, loader: 'ts' },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'client',
})

const { window } = new JSDOM('<!doctype html><body></body>', { runScripts: 'outside-only' })
Object.assign(window, { TextDecoder, TextEncoder })
window.eval(outputFiles[0]!.text)

export const client = (window as unknown as { client: Client }).client
export const { document } = window
