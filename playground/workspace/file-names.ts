/** Says which file names a reader may use, and why not. */

const ENDINGS = ['.ts', '.css', '.html', '.json', '.md', '.txt']
const LONGEST = 48
const MAX_FILES = 30

// The container writes these next to the reader's files.
const RESERVED = ['check.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** A sentence that says what is wrong with `name` for a new file, or null. */
export function nameProblem(name: string, taken: readonly string[]): string | null {
  if (name.trim() === '') return 'A file needs a name, for example row.ts or row.css.'
  if (/[\\/]/.test(name))
    return `“${name}” has a folder in it. Files stand side by side here: leave the folder out.`
  if (name.startsWith('.'))
    return `“${name}” starts with a dot. Such files are hidden ones: start with a letter.`
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
    return `“${name}” has a character that does not travel well. Use letters, digits, - and _.`
  if (name.length > LONGEST)
    return `That name has ${name.length} characters; up to ${LONGEST} fit on a tab.`
  if (!ENDINGS.some((ending) => name.endsWith(ending) && name.length > ending.length))
    return `“${name}” needs an ending that says what it is: ${ENDINGS.slice(0, -1).join(', ')} or ${ENDINGS.at(-1)}.`
  if (RESERVED.includes(name.toLowerCase()))
    return `${name} is a name the container uses itself. Choose another.`
  const same = taken.find((other) => other.toLowerCase() === name.toLowerCase())
  if (same === name) return `There is a ${name} already. Choose another name, or open that one.`
  if (same)
    return `There is a ${same} already, and some systems see no difference between it and ${name}.`
  if (taken.length >= MAX_FILES)
    return `There are ${MAX_FILES} files here, which is as many as fit. Delete one first.`
  return null
}
