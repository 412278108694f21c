/** The contents of a link: what differs from a template, and what the reader had open. */
import { nameProblem } from '../workspace/file-names.ts'
import { ShareError } from './share-error.ts'
import { TEMPLATES } from './templates.ts'

/** The project in a link. */
export interface SharedProject {
  readonly files: Readonly<Record<string, string>>
  readonly entry: string
  readonly open: string
  /** The engine version that the code was written for. */
  readonly engine: string
}

/** The JSON inside a link of version 1. Names are short, since every character makes the address longer. */
interface Payload {
  /** Engine version. */
  readonly e: string
  /** The template that the files are based on; absent if they are complete. */
  readonly t?: string
  /** Text by file name; null removes a file of the template. */
  readonly f: Readonly<Record<string, string | null>>
  readonly n: string
  readonly o: string
}

/** The payload as JSON, with a checksum at its end that detects a damaged link. */
export function writePayload(shared: SharedProject, template?: string): string {
  const base = template === undefined ? {} : (TEMPLATES[template]?.files ?? {})
  const changed = Object.entries(shared.files).filter(([name, text]) => base[name] !== text)
  const gone = Object.keys(base).filter((name) => !(name in shared.files))
  const payload: Payload = {
    e: shared.engine,
    ...(template === undefined ? {} : { t: template }),
    f: { ...Object.fromEntries(changed), ...Object.fromEntries(gone.map((name) => [name, null])) },
    n: shared.entry,
    o: shared.open,
  }
  return JSON.stringify({ ...payload, s: sumOf(JSON.stringify(payload)) })
}

/** @throws ShareError when the JSON is damaged or was not written by this project. */
export function readPayload(json: string): SharedProject {
  const { s, ...payload } = objectIn(json)
  if (typeof s !== 'string') throw foreign('it has no checksum')
  if (s !== sumOf(JSON.stringify(payload)))
    throw new ShareError(
      'link-damaged',
      'Expected a link that matches its checksum, received one that was changed on the way. ' +
        'Ask for it again, or copy it again from where it was sent.',
    )
  const { e, t, f, n, o } = payload
  if (typeof e !== 'string' || typeof n !== 'string' || typeof o !== 'string')
    throw foreign('its engine, entry or open file is not text')
  const files: Record<string, string> = { ...templateNamed(t) }
  if (typeof f !== 'object' || f === null || Array.isArray(f)) throw foreign('it has no files')
  for (const [name, text] of Object.entries(f)) {
    if (text === null) delete files[name]
    else if (typeof text === 'string') files[name] = text
    else throw foreign(`its file ${name} is not text`)
  }
  checkNames(Object.keys(files))
  if (!(n in files)) throw foreign(`the file it starts from, ${n}, is not in it`)
  return { files, entry: n, open: o in files ? o : n, engine: e }
}

function objectIn(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // Falls through to the same message: it was not made by this project.
  }
  throw foreign('it holds no files that can be read')
}

function templateNamed(name: unknown): Readonly<Record<string, string>> {
  if (name === undefined) return {}
  if (typeof name === 'string' && Object.hasOwn(TEMPLATES, name)) return TEMPLATES[name]!.files
  throw new ShareError(
    'link-newer',
    `Expected a project that this Telar has, received a link to ${JSON.stringify(name)}. ` +
      'A newer Telar made it. Open it on the site where it was made.',
  )
}

function checkNames(names: readonly string[]): void {
  for (const [at, name] of names.entries()) {
    const problem = nameProblem(name, names.slice(0, at))
    if (problem)
      throw new ShareError(
        'link-file-name',
        `This link holds a file whose name is not allowed. ${problem}`,
      )
  }
}

const foreign = (why: string) =>
  new ShareError(
    'link-foreign',
    `Expected a link that a Telar playground made, received another: ${why}. Your own work is unchanged.`,
  )

/** FNV-1a over UTF-16 units: cheap, and enough against accidents (it does not protect against intent). */
export function sumOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash.toString(36)
}
