/** Opens the database: PGlite inside this process, or the PostgreSQL that DATABASE_URL names. The same queries run on both. */
import { Kysely, Migrator, PostgresDialect, type PostgresPool } from 'kysely'
import { MIGRATIONS } from './migrations.ts'
import { addSamples } from './samples.ts'
import type { Database } from './tables.ts'

export interface DatabaseOptions {
  /** A PostgreSQL server, as in `postgres://user:password@host:5432/conduit`. */
  url?: string
  /** Where PGlite keeps its files. Without a folder it keeps everything in memory. */
  folder?: string
}

/** Resolves once the tables are there, with some articles to read in new ones. */
export async function openDatabase({ url, folder }: DatabaseOptions = {}): Promise<Database> {
  const pool = url ? await poolOf(url) : await poolOfPGlite(folder)
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool }) })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) {
    await db.destroy()
    throw error
  }
  await addSamples(db)
  return db
}

// Both packages are loaded by whoever opens the first page of Conduit, not by the start of the site.
async function poolOf(url: string): Promise<PostgresPool> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // A connection that breaks while nobody uses it is replaced by the pool; without a listener it would end the process.
  pool.on('error', (error) => console.error('A connection to the database broke:', error.message))
  return pool
}

// PGlite has one connection. Whoever wants it waits until it is released, so transactions never mix.
async function poolOfPGlite(folder: string | undefined): Promise<PostgresPool> {
  const { PGlite } = await import('@electric-sql/pglite')
  const pglite = await PGlite.create(folder)
  let released: Promise<void> = Promise.resolve()
  return {
    async connect() {
      const before = released
      let release = () => {}
      released = new Promise((resolve) => {
        release = resolve
      })
      await before
      return {
        async query(text: string, parameters: readonly unknown[]) {
          const { rows, affectedRows } = await pglite.query(text, [...parameters])
          return { command: commandOf(text), rowCount: affectedRows ?? 0, rows }
        },
        release,
      } as never
    },
    async end() {
      await released
      await pglite.close()
    },
  }
}

const commandOf = (text: string) => /^\w+/.exec(text.trim())?.[0].toUpperCase() ?? ''
