/** The types of prepare.mjs, for tests. */
export function chromiumPath(): string | undefined
