/** The types of build.mjs, for tests and scripts. */
import type { Plugin } from 'esbuild'

export function buildClient(options: {
  outdir: string
  dev?: boolean
  plugins?: Plugin[]
}): Promise<void>
export function compileApplier(): Promise<Uint8Array>
