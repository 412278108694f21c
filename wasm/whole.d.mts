/** Writes the whole client as the module `engine/testing/client.js`, unless it is up to date. */
export function writeWholeClient(): Promise<void>
