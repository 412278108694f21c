/** The client as it ships, built once for all test files that need it. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildClient } from '../../wasm/build.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The folder with client.js and what stands beside it. */
export async function builtClient(): Promise<string> {
  const folder = join(tmpdir(), `telar-client-${sourceHash()}`)
  if (existsSync(folder)) return folder
  const fresh = mkdtempSync(join(tmpdir(), 'telar-client-'))
  await buildClient({ outdir: fresh })
  try {
    renameSync(fresh, folder)
  } catch {
    // Another test file was faster; its build is the same.
  }
  return folder
}

function sourceHash(): string {
  const hash = createHash('sha256')
  for (const folder of ['wasm/client', 'wasm/assembly', 'engine/protocol']) {
    for (const file of (readdirSync(join(root, folder), { recursive: true }) as string[]).sort()) {
      if (file.endsWith('.ts')) hash.update(readFileSync(join(root, folder, file)))
    }
  }
  return hash
    .update(readFileSync(join(root, 'wasm/build.mjs')))
    .update(readFileSync(join(root, 'wasm/internal.mjs')))
    .digest('hex')
    .slice(0, 16)
}
