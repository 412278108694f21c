/** Reads what scripts/reference.mjs has written of the engine, once. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findRoot } from '../lib/root.ts'
import type { PublicName, ReferenceData } from './names.ts'

let data: ReferenceData | undefined

/** @throws Error when the file has not been built. */
export function referenceData(): ReferenceData {
  if (data) return data
  const path = join(findRoot(), 'dist/reference.json')
  if (!existsSync(path)) {
    throw new Error(
      `Expected ${path}, received no such file. Run "node scripts/reference.mjs" first; "npm run build" does it too.`,
    )
  }
  data = JSON.parse(readFileSync(path, 'utf8')) as ReferenceData
  return data
}

/**
 * The last part of a name's address: the name itself. Of two that differ only in the case of their letters the capital one says its kind
 * too, since some file systems can't hold both.
 */
export function slugOf({ name, kind }: PublicName, all: readonly PublicName[]): string {
  const isTaken = all.some(
    (other) => other.name !== name && other.name.toLowerCase() === name.toLowerCase(),
  )
  return isTaken && /^[A-Z]/.test(name) ? `${name}-${kind}` : name
}
