/** Starts servers as processes, and kills those that are left. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const REQUIRE =
  "import { createRequire as _require } from 'node:module'; const require = _require(import.meta.url)"

interface ServerProcess {
  address: string
  /** Ends it with a signal; resolves once it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

export class Processes {
  readonly folder = mkdtempSync(join(tmpdir(), 'telar-server-'))
  private readonly program = join(this.folder, 'server.mjs')
  private readonly children: ChildProcess[] = []

  async build(): Promise<void> {
    // Sockets are tried here, not the client: it need not be the real one.
    writeFileSync(join(this.folder, 'client.js'), 'export {}')
    await build({
      entryPoints: [fileURLToPath(new URL('./process.ts', import.meta.url))],
      outfile: this.program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      keepNames: true,
      banner: { js: REQUIRE },
    })
  }

  start(store: string, secret = 'one secret for all of them'): Promise<ServerProcess> {
    const child = spawn(process.execPath, [this.program, join(this.folder, store), secret], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.children.push(child)
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`The server ended at once, code ${code}`)))
      child.stdout.once('data', (line: Buffer) =>
        resolve({
          address: String(line).trim(),
          end(signal) {
            child.kill(signal)
            return gone
          },
        }),
      )
    })
  }

  clean(): void {
    for (const child of this.children) child.kill('SIGKILL')
    rmSync(this.folder, { recursive: true, force: true })
  }
}
