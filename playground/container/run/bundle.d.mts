/** The types of bundle.mjs. */
export function bundleRunner(): Promise<Record<string, string>>
export function mountFiles(engineFolder: string): Promise<Record<string, string>>
