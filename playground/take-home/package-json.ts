/** Writes the package.json of a project: commands, and packages with the very versions that this repository is tested with. */
import type { Parts } from './project-parts.ts'
import type { Template } from './templates.ts'

interface Packaged {
  name: string
  template: Template
  /** File name of the packed engine. */
  archive: string
  isNext: boolean
  parts: Parts
}

/** For building, checking and testing, in every project. */
const DEVELOPS = [
  '@types/node',
  'dom-accessibility-api',
  'esbuild',
  'jsdom',
  'typescript',
  'vitest',
]

export function packageJson({ name, template, archive, isNext, parts }: Packaged): string {
  const build = isNext ? 'next build && node build.mjs --packages-outside' : 'node build.mjs'
  const about = {
    name,
    version: '0.0.0',
    private: true,
    type: 'module',
    engines: { node: parts.node },
    scripts: {
      // With a secret of this machine, so that open pages go on after a restart.
      start: `${build} --start`,
      test: 'vitest run',
      dev: `node build.mjs --dev${isNext ? ' --packages-outside' : ''}`,
      build,
      check: 'tsc',
    },
    dependencies: { telar: `file:./${archive}`, ...versionsOf(template.needs, parts) },
    devDependencies: versionsOf([...DEVELOPS, ...(template.develops ?? [])], parts),
  }
  return `${JSON.stringify(about, null, 2)}\n`
}

function versionsOf(names: readonly string[], { versions }: Parts): Record<string, string> {
  return Object.fromEntries(
    [...names].sort().map((name) => {
      const version = versions[name]
      if (version === undefined)
        throw new Error(
          `Expected a version of ${name} in package.json of the repository, received none. Install it there.`,
        )
      return [name, version]
    }),
  )
}
