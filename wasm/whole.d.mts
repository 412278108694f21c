/** Writes the whole client as the module `engine/testing/client.js`, unless it is there and of these sources. */
export function writeWholeClient(): Promise<void>
