/** A short hash of a project's files: a result carries it, so that it never speaks for other code. */
import type { Project } from '../container/types.ts'

/** The same for the same files and entry, in whatever order they are; 14 hexadecimal digits. */
export function codeHash({ files, entry }: Project): string {
  const names = Object.keys(files).sort()
  return hash53(JSON.stringify([entry, names.map((name) => [name, files[name]])]))
}

// cyrb53: Web Crypto answers later, and only where the page is served over HTTPS. Nobody gains by a collision here.
function hash53(text: string): string {
  let one = 0xdeadbeef
  let two = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 2654435761)
    two = Math.imul(two ^ unit, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(16).padStart(14, '0')
}
