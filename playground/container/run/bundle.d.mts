/** The types of bundle.mjs. */
export function bundleRunner(): Promise<Record<string, string>>
export function mountFiles(engineFolder: string): Promise<Record<string, string>>

/** The script that runs in the reader's page, beside its own client. */
export function bundlePreviewScript(): Promise<Record<string, string>>
