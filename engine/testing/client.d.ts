/** The client as it ships: written by wasm/whole.mjs, from the sources in wasm/client. */

/** A script that leaves `telarClient`; its free names are what a window has. */
export const CODE: string
/** The decoder, in base64. */
export const WASM: string
