/** The types of build.mjs, for tests and scripts. */

export interface ClientSizes {
  wasm: number
  wasmGzipped: number
  client: number
  clientGzipped: number
}

export function buildClient(options: { outdir: string; dev?: boolean }): Promise<ClientSizes>
export function compileApplier(): Promise<Uint8Array>
