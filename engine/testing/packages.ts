/** Loads the packages that only tests need, or says which one is to be installed. */
import { TestingError } from './errors.ts'

export const { JSDOM, VirtualConsole } = await needed('jsdom', () => import('jsdom'))

export const { computeAccessibleDescription, computeAccessibleName, getRole } = await needed(
  'dom-accessibility-api',
  () => import('dom-accessibility-api'),
)

// A program that is served has no use for them, so the engine does not bring them along.
async function needed<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new TestingError(
      'package-missing',
      `telar/testing wants the package ${name}, which is not installed. Run npm install --save-dev jsdom dom-accessibility-api; a program that is only served needs neither.`,
      { cause },
    )
  }
}
