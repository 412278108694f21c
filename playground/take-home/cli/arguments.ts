/** Reads what was asked for on the command line: flags, and the folder. Pure. */
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isTemplate, TEMPLATE_NAMES, type TemplateName } from '../templates.ts'

/** What is undefined was not said. */
export interface Asked {
  folder?: string
  template?: TemplateName
  install?: boolean
  help?: boolean
}

/** A sentence for whoever typed it; nothing was done. */
export class AskedError extends Error {
  readonly code: 'arguments' | 'name' | 'template' | 'terminal' | 'folder'
  readonly owner = 'app'

  constructor(code: AskedError['code'], message: string) {
    super(message)
    this.name = 'AskedError'
    this.code = code
  }
}

export const USAGE = `create-telar <folder> [--template <name>] [--no-install]

  --template   ${TEMPLATE_NAMES.join(', ')}
  --no-install writes the files alone; \`npm install\` is for later
  --help       shows this

What is not said is asked for.`

export function readArguments(argv: readonly string[]): Asked {
  const { values, positionals } = parsed(argv)
  const [folder, ...more] = positionals
  if (more.length > 0)
    throw new AskedError(
      'arguments',
      `Expected one folder, received ${positionals.length}: ${positionals.join(', ')}. Put a name with spaces in quotes.`,
    )
  if (folder !== undefined) checkFolderName(folder)
  const { template, install, help } = values
  if (template !== undefined && !isTemplate(template))
    throw new AskedError(
      'template',
      `Expected a template (${TEMPLATE_NAMES.join(', ')}), received ${template}. Choose one of them.`,
    )
  return {
    ...(folder !== undefined && { folder }),
    ...(template !== undefined && { template }),
    ...(install !== undefined && { install }),
    ...(help && { help }),
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      allowNegative: true,
      options: {
        template: { type: 'string', short: 't' },
        install: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.replace(/\. .*$/s, '') : String(cause)
    throw new AskedError(
      'arguments',
      `Expected a folder and flags, received ${argv.join(' ')} (${why}). See --help.`,
    )
  }
}

/** The package gets the folder's name. */
export const nameOf = (folder: string) => basename(resolve(folder))

/** @throws AskedError if no package may have the name of this folder. */
export function checkFolderName(folder: string): void {
  const name = nameOf(folder)
  if (folder.trim() === '' || name === '')
    throw new AskedError(
      'name',
      `Expected a folder, received “${folder}”. Write one such as my-app.`,
    )
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name) || name.length > 100)
    throw new AskedError(
      'name',
      `Expected a folder named by at most 100 small letters, digits, dots, - and _, received “${name}”. Write ${suggested(name)}.`,
    )
  if (TAKEN.has(name))
    throw new AskedError(
      'name',
      `Expected a name of your own, received ${name}, which a package has that the project needs. Write my-${name}.`,
    )
}

// npm does not install a package into one of the same name.
const TAKEN = new Set([
  ...['telar', 'vitest', 'esbuild', 'jsdom', 'typescript', 'zod', 'react', 'react-dom'],
  ...['express', 'fastify', 'hono', 'next', 'cookie', 'cookie-signature', 'node_modules'],
])

function suggested(name: string): string {
  const letters = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[._-]+|[._-]+$/g, '')
    .slice(0, 100)
  return letters || 'my-app'
}
