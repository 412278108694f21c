/** Writes a project: everything that stands in the folder of somebody who takes a template, or their own code, home. */
import { packageJson } from './package-json.ts'
import type { Lang, Parts } from './project-parts.ts'
import { type ReadersCode, readersFiles } from './readers-code.ts'
import { readme } from './readme.ts'
import { TEMPLATES, type Template, type TemplateName } from './templates.ts'

export interface ProjectRequest {
  /** Name of the folder and of the package. */
  readonly name: string
  readonly from: TemplateName | ReadersCode
  /** The packed engine. */
  readonly engine: Uint8Array
  readonly parts: Parts
  /** Language of the guide in it. */
  readonly lang?: Lang
}

/** Path → content of each file, the guide first. */
export type ProjectFiles = Map<string, string | Uint8Array>

export function projectFiles({
  name,
  from,
  engine,
  parts,
  lang = 'en',
}: ProjectRequest): ProjectFiles {
  const template = typeof from === 'string' ? (TEMPLATES[from] as Template) : READERS_CODE
  const own: readonly Readonly<Record<string, string>>[] =
    typeof from === 'string'
      ? template.folders.map((folder) => parts.templates[folder] ?? {})
      : [readersFiles(from)]
  const isNext = template.needs.includes('next')
  const archive = `telar-${parts.engine}.tgz`
  const written = Object.assign({}, parts.app, ...own) as Record<string, string>
  // What a template writes as it runs is left out besides what every project writes.
  written[IGNORED] = [parts.app, ...own].map((files) => files[IGNORED] ?? '').join('')
  const paths = Object.keys(written).sort()
  return new Map<string, string | Uint8Array>([
    ['README.md', readme({ name, about: template.about[lang], paths, archive, lang })],
    ['package.json', packageJson({ name, template, archive, isNext, parts })],
    [archive, engine],
    ...paths.map((path): [string, string] => [path, written[path]!]),
  ])
}

const IGNORED = '.gitignore'

const READERS_CODE: Template = {
  title: '',
  about: {
    en: 'Code from the playground of Telar, as a program of its own.',
    es: 'Código del playground de Telar, como programa propio.',
  },
  folders: [],
  needs: [],
}
