/** Passes each frame to WASM in one copy. */
import * as code from '../../engine/protocol/opcodes.ts'
import { type Dom, refusal } from './imports.ts'

/** Applies one frame and returns how many ops it had. */
export type Apply = (frame: Uint8Array) => number

interface Exports {
  memory: WebAssembly.Memory
  apply(length: number): number
}

/** The decoder in WASM. Rejects if the page's policy forbids it. */
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
    // An order may grow the memory; then a view is detached and has no length. A new view for each frame would cost 5 µs.
    if (view.length < end) {
      core.memory.grow(end >> 16)
      view = new Uint8Array(core.memory.buffer)
    }
    view.set((dom.frame = frame), code.FRAME_AT)
    return core.apply(frame.length)
  }
  // The first call is the slowest; with an empty frame the visitor does not notice it.
  apply(new Uint8Array(2))
  return apply
}
