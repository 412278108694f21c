/** Both decoders behind one call: what they ask of the page, and how they refuse. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyInWasm } from '../../wasm/client/apply.ts'
import { decodeFrame } from '../../wasm/client/decode.ts'
import { refusal } from '../../wasm/client/imports.ts'
import { builtClient } from '../wasm/built.ts'
import { createRecorder, type Recorder } from './recorder.ts'

interface Decoded {
  calls: string[]
  /** How many ops it had, or the code of the refusal. */
  outcome: number | string
}

export interface Decoder {
  (frame: Uint8Array): Decoded
  /** Of the texts whose hash the last frame's calls gave. */
  hashes(): readonly number[]
}

export async function wasmDecoder(): Promise<Decoder> {
  const recorder = createRecorder()
  const wasm = readFileSync(join(await builtClient(), 'applier.wasm'))
  const apply = await applyInWasm(wasm, recorder.dom)
  return decoderOf(recorder, apply)
}

export function scriptDecoder(): Decoder {
  const recorder = createRecorder()
  return decoderOf(recorder, (bytes) => decodeFrame(bytes, recorder.dom, refusal))
}

export const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex.replace(/\s/g, ''), 'hex'))

export const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

const decoderOf = (recorder: Recorder, apply: (frame: Uint8Array) => number): Decoder =>
  Object.assign((frame: Uint8Array) => run(frame, recorder, apply), {
    hashes: () => recorder.hashes,
  })

function run(frame: Uint8Array, recorder: Recorder, apply: (frame: Uint8Array) => number): Decoded {
  recorder.clear()
  try {
    const outcome = apply(frame)
    return { calls: [...recorder.calls], outcome }
  } catch (error) {
    const { code } = error as { code?: string }
    return { calls: [...recorder.calls], outcome: code ?? String(error) }
  }
}
