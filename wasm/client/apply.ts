/** Hands each frame to WASM once. */
import * as code from '../../engine/protocol/opcodes.ts'
import { type Dom, refusal } from './imports.ts'

/** Applies one frame and returns how many ops it had. */
export type Apply = (frame: Uint8Array) => number

interface Exports {
  memory: WebAssembly.Memory
  apply(length: number): number
}

/** The decoder in WASM. Rejects where the page's policy forbids it. */
export async function applyInWasm(wasm: Uint8Array, dom: Dom): Promise<Apply> {
  const calls = dom as unknown as { [op: number]: (...fields: number[]) => number | undefined }
  const op = (op: number, a: number, b: number, c: number, d: number, e: number, f: number) =>
    calls[op]!(a, b, c, d, e, f)
  const fail = (reason: number) => {
    throw refusal(reason)
  }
  const own = { ...dom, text: dom[code.SET_TEXT], op, fail }
  const imports = own as object as WebAssembly.ModuleImports
  const { instance } = await WebAssembly.instantiate(wasm as BufferSource, { dom: imports })
  const core = instance.exports as unknown as Exports
  let view = new Uint8Array()
  const apply = (frame: Uint8Array) => {
    const end = code.FRAME_AT + frame.length
    // A view is detached when the memory grows, which an order may lead to, and has no length then. One for each frame costs 5 µs.
    if (view.length < end) {
      core.memory.grow(end >> 16)
      view = new Uint8Array(core.memory.buffer)
    }
    view.set((dom.frame = frame), code.FRAME_AT)
    return core.apply(frame.length)
  }
  // The first call is slower than all others; an empty frame takes that away from the visitor.
  apply(new Uint8Array(2))
  return apply
}
