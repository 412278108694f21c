/** Says which file names a reader may use, and why not. */

const ENDINGS = ['.ts', '.css', '.html', '.json', '.md', '.txt']
const LONGEST = 48
const MAX_FILES = 30

// The container writes these next to the reader's files.
const RESERVED = ['check.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** A sentence that says what is wrong with `name` for a new file, or null. */
export function nameProblem(name: string, taken: readonly string[]): string | null {
  if (name.trim() === '')
    return 'Expected a name for the file, received none. Write one such as row.ts or row.css.'
  if (/[\\/]/.test(name))
    return `Expected a name without a folder, received “${name}”. Leave the folder out.`
  if (name.startsWith('.'))
    return `Expected a letter or a digit at the start, received “${name}”. Leave the dot out.`
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
    return `Expected only letters, digits, dots, - and _, received “${name}”. Choose another name.`
  if (name.length > LONGEST)
    return `Expected at most ${LONGEST} characters, received ${name.length}. Choose a shorter name.`
  if (!ENDINGS.some((ending) => name.endsWith(ending) && name.length > ending.length))
    return `Expected a name that ends in ${ENDINGS.slice(0, -1).join(', ')} or ${ENDINGS.at(-1)}, received “${name}”. Add an ending.`
  if (RESERVED.includes(name.toLowerCase()))
    return `Expected a name that the container does not use, received ${name}. Choose another name.`
  const same = taken.find((other) => other.toLowerCase() === name.toLowerCase())
  if (same === name)
    return `Expected a new name, received ${name}, which exists already. Choose another name, or open that file.`
  if (same)
    return `Expected a new name, received ${name}, which some systems do not tell from ${same}. Choose another name.`
  if (taken.length >= MAX_FILES)
    return `Expected at most ${MAX_FILES} files, received one more. Delete one first.`
  return null
}
