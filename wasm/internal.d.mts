/** The types of internal.mjs. */

export const NAMES: readonly string[]
export const INTERNAL: RegExp
