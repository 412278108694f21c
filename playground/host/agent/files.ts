/** File operations in the project's folder, with results like those of Node's `fs.promises`. */
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { type DirectoryEntry, FILE_ENTRY, FOLDER_ENTRY } from '../messages.ts'
import type { Workdir } from './workdir.ts'

/** A larger file does not fit in a frame. */
export const MAX_FILE = 16 * 1024 * 1024

export function createFiles(workdir: Workdir) {
  return {
    async readFile(path: string, encoding: string | null) {
      const at = workdir.resolve(path)
      const bytes = await readAll(at, path)
      if (encoding === null) return { value: null, raw: new Uint8Array(bytes) }
      return { value: bytes.toString(known(encoding)) }
    },

    async writeFile(path: string, contents: string | Uint8Array, encoding: string | null) {
      const bytes =
        typeof contents === 'string' ? Buffer.from(contents, known(encoding ?? 'utf8')) : contents
      await writeFile(workdir.resolve(path), bytes)
    },

    async mkdir(path: string, recursive: boolean) {
      return (await mkdir(workdir.resolve(path), { recursive })) ?? null
    },

    async readdir(path: string): Promise<DirectoryEntry[]> {
      const entries = await readdir(workdir.resolve(path), { withFileTypes: true })
      return entries.map((entry) => ({
        name: entry.name,
        kind: entry.isDirectory() ? FOLDER_ENTRY : FILE_ENTRY,
      }))
    },

    rm: (path: string, force: boolean, recursive: boolean) =>
      rm(workdir.resolve(path), { force, recursive }),

    rename: (from: string, to: string) => rename(workdir.resolve(from), workdir.resolve(to)),
  }
}

// A file may grow after its size was read, so the limit is also checked while reading.
async function readAll(at: string, path: string): Promise<Buffer> {
  const file = await open(at, 'r')
  try {
    const parts: Buffer[] = []
    let total = (await file.stat()).size
    if (total > MAX_FILE) throw tooLarge(path, total)
    for (total = 0; ; ) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PART), 0, PART, null)
      if (bytesRead === 0) return Buffer.concat(parts)
      parts.push(buffer.subarray(0, bytesRead))
      total += bytesRead
      if (total > MAX_FILE) throw tooLarge(path, total)
    }
  } finally {
    await file.close()
  }
}

function known(encoding: string): BufferEncoding {
  if (Buffer.isEncoding(encoding)) return encoding
  throw Object.assign(new Error(`EINVAL: expected a known encoding, received '${encoding}'`), {
    code: 'EINVAL',
  })
}

const tooLarge = (path: string, size: number) =>
  Object.assign(
    new Error(
      `EFBIG: expected a file of at most ${MAX_FILE} bytes, received '${path}' with ${size}`,
    ),
    { code: 'EFBIG' },
  )

const PART = 64 * 1024
