/** Makes the file that a reader downloads: fetches what the site has of it, and adds the reader's code. */
import { projectFiles } from './project.ts'
import type { Lang, Parts } from './project-parts.ts'
import { projectName, type ReadersCode } from './readers-code.ts'
import { zipProject } from './zip.ts'

/** Where the site serves what parts.mjs reads, and the packed engine. */
export const PARTS_PATH = '/telar-project.json'
export const ENGINE_PATH = '/telar.tgz'

export interface Download {
  /** The project and its folder. */
  readonly name: string
  readonly blob: Blob
  readonly milliseconds: number
}

interface DownloadOptions {
  readonly lang: Lang
  readonly signal: AbortSignal
  /** Called with the bytes that have come so far. */
  onBytes(bytes: number): void
}

export async function makeDownload(
  code: ReadersCode,
  { lang, signal, onBytes }: DownloadOptions,
): Promise<Download> {
  const began = performance.now()
  let bytes = 0
  const count = (more: number) => {
    bytes += more
    onBytes(bytes)
  }
  const [parts, engine] = await Promise.all([
    fetched(PARTS_PATH, signal, count),
    fetched(ENGINE_PATH, signal, count),
  ])
  const name = projectName(code)
  const files = projectFiles({
    name,
    from: code,
    engine,
    parts: JSON.parse(new TextDecoder().decode(parts)) as Parts,
    lang,
  })
  const blob = new Blob([zipProject(name, files)], { type: 'application/zip' })
  return { name, blob, milliseconds: performance.now() - began }
}

async function fetched(
  path: string,
  signal: AbortSignal,
  count: (bytes: number) => void,
): Promise<Uint8Array> {
  const answer = await fetch(path, { signal }).catch(cutOff)
  if (!answer.ok || !answer.body)
    throw new Error(`Expected ${path} from the site, received status ${answer.status}. Try again.`)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for (const reader = answer.body.getReader(); ; ) {
    const { done, value } = await reader.read().catch(cutOff)
    if (done) break
    chunks.push(value)
    count(value.length)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

// What browsers say of it differs, and none says what to do.
function cutOff(cause: unknown): never {
  throw new Error(
    'Expected the parts of the project from the site, received no answer or only a piece. Check the network, then try again.',
    { cause },
  )
}
