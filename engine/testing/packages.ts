/** Loads the packages that only tests need, or says which one is to be installed. */
import { createRequire } from 'node:module'
import { TestingError } from './errors.ts'

const load = createRequire(import.meta.url)

export const { JSDOM, VirtualConsole } = needed<typeof import('jsdom')>('jsdom')

export const { computeAccessibleDescription, computeAccessibleName, getRole } =
  needed<typeof import('dom-accessibility-api')>('dom-accessibility-api')

// A program that is served has no use for them, so the engine does not bring them along. Not by import(): a module that waits
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
