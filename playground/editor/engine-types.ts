/** The types that the reader's code is checked against: the engine's own, and those of Node. */

const ROOT = 'file:///node_modules/telar/'

/** Declarations by the name under which TypeScript looks them up. */
export type Declarations = Readonly<Record<string, string>>

/** The engine's declarations, as in its package: `import 'telar'` finds them there. */
export async function loadEngineTypes(address: string): Promise<Declarations> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return placed(await answer.json())
}

/** Code that uses what only Node has: its modules, or its globals. */
export const usesNode = (code: string): boolean =>
  /['"]node:|\bfrom\s+['"](?![./])(?!telar)|\b(?:process|Buffer|NodeJS|__dirname|__filename|setImmediate)\b/.test(
    code,
  )

/** Node's own declarations, from our own server; over two megabytes, so only for code that needs them. */
export async function loadNodeTypes(address: string): Promise<Declarations> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  const listing = (await answer.json()) as Record<string, string>
  const named = Object.entries(listing).map(([path, text]) => [
    `file:///node_modules/${path}`,
    text,
  ])
  return Object.fromEntries(named)
}

/** Adds a listing (path within the package → text) where modules are looked up. */
export function placed(listing: unknown): Declarations {
  if (typeof listing !== 'object' || listing === null || Array.isArray(listing))
    throw new Error('expected the types as an object of strings, received another value')
  const files: Record<string, string> = {}
  for (const [path, text] of Object.entries(listing))
    if (typeof text === 'string') files[ROOT + path.replace(/^(\.?\/)?(telar\/)?/, '')] = text
  files[`${ROOT}package.json`] ??= JSON.stringify(PACKAGE)
  return files
}

const PACKAGE = {
  name: 'telar',
  type: 'module',
  exports: {
    '.': { types: './index.d.ts' },
    './server': { types: './server.d.ts' },
    './testing': { types: './testing.d.ts' },
  },
}

/**
 * The compiler options for the reader's code. No `document`, since it runs in a server; strict, since that is
 * when types teach; only erasable syntax, since nothing compiles it.
 */
export const COMPILER_OPTIONS = {
  target: 99,
  module: 99,
  // Bundler: Monaco's own enumeration (of 5.9) does not list it.
  moduleResolution: 100,
  lib: ['esnext', 'webworker'],
  strict: true,
  noImplicitOverride: false,
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  allowNonTsExtensions: true,
  types: [],
}
