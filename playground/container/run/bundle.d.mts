/** The types of bundle.mjs. */
export function bundleRunner(): Promise<Record<string, string>>
