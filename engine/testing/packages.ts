/** Loads the packages that only tests need, or says which one to install. */
import { createRequire } from 'node:module'
import { TestingError } from './errors.ts'

const load = createRequire(import.meta.url)

export const { JSDOM, VirtualConsole } = needed<typeof import('jsdom')>('jsdom')

export const { computeAccessibleDescription, computeAccessibleName, getRole } =
  needed<typeof import('dom-accessibility-api')>('dom-accessibility-api')

// A server has no use for them, so they are not dependencies of the engine. Not with import(): a module with top-level await
// can't be loaded by require().
function needed<Module>(name: string): Module {
  try {
    return load(name)
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'MODULE_NOT_FOUND') throw cause
    throw new TestingError(
      'package-missing',
      `Expected the package ${name} for telar/testing, received none. Run npm install --save-dev jsdom dom-accessibility-api; a program that is only served needs neither.`,
      { cause },
    )
  }
}
