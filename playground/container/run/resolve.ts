/** Which of the reader's files an import means, and the name under which that file runs. */

/** The reader's file that `specifier` means in `from`, in the usual spellings. */
export function resolveFile(from: string, specifier: string, files: string[]): string | undefined {
  const path = joinPath(from, specifier)
  if (path === undefined) return undefined
  const tries = [path, path.replace(/\.js$/, '.ts'), path.replace(/\.mjs$/, '.mts')]
  for (const end of ['.ts', '.mts', '.js', '.mjs', '/index.ts', '/index.js']) tries.push(path + end)
  return tries.find((name) => files.includes(name))
}

/**
 * The name under which a file runs. `.ts` and `.js` have the same length, so a rewritten import shifts no column;
 * only if both exist does the TypeScript file get a longer name.
 */
export function outputName(file: string, files: string[]): string {
  if (file.endsWith('.css')) return `${file}.js`
  const script = file.replace(/\.ts$/, '.js').replace(/\.mts$/, '.mjs')
  return script !== file && files.includes(script) ? `${file}.js` : script
}

/** True for a file that runs and is not only read. */
export const isModule = (file: string) => /\.m?[jt]s$/.test(file) && !file.endsWith('.d.ts')

/** A sentence that lists what could have been meant. */
export function otherFileNames(file: string, files: string[]): string {
  const others = files.filter((name) => name !== file && isModule(name))
  return others.length === 0
    ? 'There is no other module.'
    : `The other modules are: ${others.join(', ')}.`
}

function joinPath(from: string, specifier: string): string | undefined {
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}
