/** Runs a whole program in a process of its own, with the built client beside it. */
import { spawn } from 'node:child_process'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const client = join(root, 'dist', 'telar')

const REQUIRE =
  "import { createRequire as _require } from 'node:module'; const require = _require(import.meta.url)"

interface Program {
  entry: string
  /** Where it is built; packages are found from there. */
  folder: string
  external?: string[]
  /** Its arguments and its environment. */
  given?: string[]
  env?: Record<string, string>
  /** Where it listens, if it does not say so itself. */
  address?: string
}

export interface RunningProgram {
  address: string
  close(): Promise<void>
}

/** Resolves once it listens: it has said where, or answers there. */
export async function startProgram(program: Program): Promise<RunningProgram> {
  const { entry, folder, external = [], given = [], env = {}, address } = program
  const outfile = join(folder, 'server.mjs')
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    keepNames: true,
    external,
    alias: {
      telar: join(root, 'engine/index.ts'),
      'telar/server': join(root, 'engine/server/index.ts'),
    },
    nodePaths: [join(root, 'node_modules')],
    banner: { js: REQUIRE },
  })
  const files = (await readdir(client)).filter((name) => /^client.*\.js$|\.wasm$/.test(name))
  for (const name of files) await cp(join(client, name), join(folder, name))
  const child = spawn(process.execPath, [outfile, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  const told = new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`It ended with code ${code}: ${said}`)))
    child.stdout.on('data', (data: Buffer) => {
      said += data
      const [found] = /^http:.+$/m.exec(said) ?? []
      if (found) resolve(found)
    })
  })
  return {
    address: await (address ? Promise.race([told, answers(address)]) : told),
    async close() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function answers(address: string): Promise<string> {
  for (;;) {
    try {
      await fetch(address)
      return address
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
