/** Says which file names a reader may use, and why not. */

const ENDINGS = ['.ts', '.css', '.html', '.json', '.md', '.txt']
const LONGEST = 48
const MAX_FILES = 30

// The container writes these next to the reader's files.
const RESERVED = ['check.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** What is said of a name that is refused. */
export interface NameSentences {
  readonly empty: string
  folder(name: string): string
  dot(name: string): string
  letters(name: string): string
  long(limit: number, length: number): string
  /** All endings but the last, the last, the name. */
  ending(some: string, last: string, name: string): string
  reserved(name: string): string
  same(name: string): string
  alike(name: string, other: string): string
  many(limit: number): string
}

export const ENGLISH: NameSentences = {
  empty: 'Expected a name for the file, received none. Write one such as row.ts or row.css.',
  folder: (name) => `Expected a name without a folder, received “${name}”. Leave the folder out.`,
  dot: (name) =>
    `Expected a letter or a digit at the start, received “${name}”. Leave the dot out.`,
  letters: (name) =>
    `Expected only letters, digits, dots, - and _, received “${name}”. Choose another name.`,
  long: (limit, length) =>
    `Expected at most ${limit} characters, received ${length}. Choose a shorter name.`,
  ending: (some, last, name) =>
    `Expected a name that ends in ${some} or ${last}, received “${name}”. Add an ending.`,
  reserved: (name) =>
    `Expected a name that the container does not use, received ${name}. Choose another name.`,
  same: (name) =>
    `Expected a new name, received ${name}, which exists already. Choose another name, or open that file.`,
  alike: (name, other) =>
    `Expected a new name, received ${name}, which some systems do not tell from ${other}. Choose another name.`,
  many: (limit) => `Expected at most ${limit} files, received one more. Delete one first.`,
}

/** A sentence that says what is wrong with `name` for a new file, or null. */
export function nameProblem(
  name: string,
  taken: readonly string[],
  say: NameSentences = ENGLISH,
): string | null {
  if (name.trim() === '') return say.empty
  if (/[\\/]/.test(name)) return say.folder(name)
  if (name.startsWith('.')) return say.dot(name)
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return say.letters(name)
  if (name.length > LONGEST) return say.long(LONGEST, name.length)
  if (!ENDINGS.some((ending) => name.endsWith(ending) && name.length > ending.length))
    return say.ending(ENDINGS.slice(0, -1).join(', '), ENDINGS.at(-1) ?? '', name)
  if (RESERVED.includes(name.toLowerCase())) return say.reserved(name)
  const same = taken.find((other) => other.toLowerCase() === name.toLowerCase())
  if (same === name) return say.same(name)
  if (same) return say.alike(name, same)
  if (taken.length >= MAX_FILES) return say.many(MAX_FILES)
  return null
}
