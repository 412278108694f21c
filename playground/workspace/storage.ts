/** Stores work in the browser's IndexedDB, or in memory if that is refused. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { systemClock, within } from '../container/clock.ts'
import {
  type Change,
  type Clash,
  clashOf,
  type FileRecord,
  isNewer,
  MAX_VERSIONS,
  type PageRecord,
  type SavedWork,
  type Version,
  type WorkStorage,
} from './records.ts'

const DATABASE = 'telar-work'

interface Schema extends DBSchema {
  files: { key: [string, string]; value: FileRecord; indexes: { page: string } }
  pages: { key: string; value: PageRecord }
  versions: { key: string; value: Version; indexes: { page: string } }
}

/**
 * Opens the storage of this origin. Never rejects: if the browser refuses, it returns a storage in memory
 * whose `why` says so, since a reader must know that closing the page loses the work.
 */
export async function openStorage(patience = 3000): Promise<WorkStorage> {
  try {
    // Some private modes neither open nor refuse.
    const silent = () => new Error('no answer from its storage.')
    return browserStorage(await within(systemClock, patience, openDatabase(), silent))
  } catch (cause) {
    const said = cause instanceof Error && cause.message ? ` It said: ${cause.message}` : ''
    return memoryStorage(
      'This browser stores nothing for this page (a private window, or blocked site data), so your ' +
        `work lasts until the page closes. Share it as a link to keep it.${said}`,
    )
  }
}

const openDatabase = () =>
  openDB<Schema>(DATABASE, 1, {
    upgrade(database) {
      const files = database.createObjectStore('files', { keyPath: ['page', 'name'] })
      files.createIndex('page', 'page')
      database.createObjectStore('pages', { keyPath: 'page' })
      const versions = database.createObjectStore('versions', { keyPath: 'id' })
      versions.createIndex('page', 'page')
    },
    // A page of a later release needs to change the schema: close, the next save opens again.
    blocking(_current, _blocked, event) {
      const database = event.target as IDBDatabase
      database.close()
    },
  })

function browserStorage(database: IDBPDatabase<Schema>): WorkStorage {
  let open = database
  const transaction = async () => {
    try {
      return open.transaction(['files', 'pages', 'versions'], 'readwrite')
    } catch {
      open = await openDatabase()
      return open.transaction(['files', 'pages', 'versions'], 'readwrite')
    }
  }
  return {
    place: 'browser',
    async load(page): Promise<SavedWork> {
      const kept = await transaction()
      const [files, record, versions] = await Promise.all([
        kept.objectStore('files').index('page').getAll(page),
        kept.objectStore('pages').get(page),
        kept.objectStore('versions').index('page').getAll(page),
      ])
      await kept.done
      return { files, page: record, versions: newestFirst(versions) }
    },
    async save(page, change): Promise<readonly Clash[]> {
      const kept = await transaction()
      const files = kept.objectStore('files')
      const clashes: Clash[] = []
      for (const write of change.writes) {
        const stood = await files.get([page, write.record.name])
        const clash = clashOf(write, stood)
        if (clash) clashes.push(clash)
        if (!stood || isNewer(write.record, stood)) await files.put(write.record)
      }
      if (change.page) await kept.objectStore('pages').put(change.page)
      const versions = kept.objectStore('versions')
      for (const version of change.versions) await versions.put(version)
      if (change.versions.length > 0) {
        const all = newestFirst(await versions.index('page').getAll(page))
        for (const old of all.slice(MAX_VERSIONS)) await versions.delete(old.id)
      }
      await kept.done
      return clashes
    },
    close: () => open.close(),
  }
}

/** Keeps work as long as the page lives; `why` is the sentence for the reader. */
export function memoryStorage(why: string): WorkStorage {
  const files = new Map<string, Map<string, FileRecord>>()
  const pages = new Map<string, PageRecord>()
  const versions = new Map<string, readonly Version[]>()
  const filesOf = (page: string) => {
    const standing = files.get(page) ?? new Map<string, FileRecord>()
    files.set(page, standing)
    return standing
  }
  return {
    place: 'memory',
    why,
    async load(page) {
      return {
        files: [...filesOf(page).values()],
        page: pages.get(page),
        versions: versions.get(page) ?? [],
      }
    },
    async save(page, change: Change) {
      const standing = filesOf(page)
      const clashes: Clash[] = []
      for (const write of change.writes) {
        const stood = standing.get(write.record.name)
        const clash = clashOf(write, stood)
        if (clash) clashes.push(clash)
        if (!stood || isNewer(write.record, stood)) standing.set(write.record.name, write.record)
      }
      if (change.page) pages.set(page, change.page)
      const all = newestFirst([...change.versions, ...(versions.get(page) ?? [])])
      versions.set(page, all.slice(0, MAX_VERSIONS))
      return clashes
    },
    close: () => {},
  }
}

const newestFirst = (versions: readonly Version[]) =>
  [...versions].sort((one, other) => other.at - one.at || (other.id > one.id ? 1 : -1))
