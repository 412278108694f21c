/** The shipped client: written by wasm/whole.mjs, from the sources in wasm/client. */

/** A script that defines `telarClient`; its free names are properties of a window. */
export const CODE: string
/** The decoder, in base64. */
export const WASM: string
