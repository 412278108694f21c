/** The saved code of several pages at once: read for a file, and written back from one. */
import type { FileRecord } from './records.ts'
import { openStorage } from './storage.ts'
import { tabsChannel } from './tabs-channel.ts'

/** What a page's work differs in from its template; a file of null text was deleted. */
export interface SavedCode {
  readonly entry: string
  readonly files: readonly { readonly name: string; readonly text: string | null }[]
}

/** The pages of these that have saved code. */
export async function readSaved(pages: readonly string[]): Promise<Record<string, SavedCode>> {
  const storage = await openStorage()
  try {
    const saved: Record<string, SavedCode> = {}
    for (const page of pages) {
      const { files, page: record } = await storage.load(page)
      const changed = files.filter(({ template }) => !template)
      if (changed.length === 0 || !record) continue
      saved[page] = {
        entry: record.entry,
        files: changed.map(({ name, text }) => ({ name, text })),
      }
    }
    return saved
  } finally {
    storage.close()
  }
}

/** Makes the saved code of these pages equal to `saved`; a page that is not in it goes back to its template. Open tabs follow. */
export async function writeSaved(
  pages: readonly string[],
  saved: Readonly<Record<string, SavedCode>>,
  now: number,
): Promise<void> {
  const storage = await openStorage()
  const channel = tabsChannel()
  try {
    for (const page of pages) {
      const { files: before, page: record } = await storage.load(page)
      const wanted = saved[page]
      if (!wanted && before.length === 0) continue
      const names = new Set([
        ...before.map(({ name }) => name),
        ...(wanted?.files.map(({ name }) => name) ?? []),
      ])
      const records = [...names].map((name): FileRecord => {
        const known = before.find((one) => one.name === name)
        const file = wanted?.files.find((one) => one.name === name)
        return {
          page,
          name,
          text: file?.text ?? null,
          template: file === undefined,
          stamp: Math.max(now, (known?.stamp ?? 0) + 1),
          tab: 'file',
        }
      })
      const entry = wanted?.entry ?? record?.entry ?? ''
      const writes = records.map((one) => ({
        record: one,
        seen: before.find(({ name }) => name === one.name)?.stamp ?? 0,
      }))
      const own = record ?? { page, tabs: [], open: entry, carets: {} }
      await storage.save(page, {
        writes,
        page: entry ? { ...own, entry } : undefined,
        versions: [],
      })
      channel.tell({ page, entry, records, versions: [] })
    }
  } finally {
    channel.close()
    storage.close()
  }
}

export function isSavedCode(value: unknown): value is SavedCode {
  const { entry, files } = (value ?? {}) as Partial<SavedCode>
  return (
    typeof entry === 'string' &&
    Array.isArray(files) &&
    files.every(
      (file: Partial<SavedCode['files'][number]> | null) =>
        typeof file?.name === 'string' && (typeof file.text === 'string' || file.text === null),
    )
  )
}
