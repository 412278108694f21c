/** The types of build.mjs, for tests and scripts. */

export function buildClient(options: { outdir: string; dev?: boolean }): Promise<void>
export function compileApplier(): Promise<Uint8Array>
