/** Knows which names the container's packages export, so that a wrong import is found before it runs. */
import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { fileURLToPath } from 'node:url'
import { exportedNames, type PackageNames } from './imports.ts'

/** Finds packages with `resolve` (as `import.meta.resolve`), once each. */
export function packageNames(resolve: (specifier: string) => string): PackageNames {
  const known = new Map<string, Set<string> | 'any'>()
  return (specifier) => {
    if (isBuiltin(specifier)) return 'any'
    const names = known.get(specifier) ?? read(specifier, resolve)
    if (names) known.set(specifier, names)
    return names
  }
}

function read(specifier: string, resolve: (specifier: string) => string) {
  try {
    const path = fileURLToPath(resolve(specifier))
    const code = readFileSync(path, 'utf8')
    return /\bexport\b/.test(code) ? exportedNames(code) : 'any'
  } catch {
    return undefined
  }
}
