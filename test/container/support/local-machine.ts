/** A machine of plain processes in a folder of their own: a third host beside the page's two, for tests in Node. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { FileSystemTree } from '@webcontainer/api'
import type { BootedContainer } from '../../../playground/container/webcontainer.ts'

type Listener = (...given: never[]) => void

export class LocalMachine {
  readonly folder: string
  readonly port: number
  /** Every file that was mounted, in order. */
  readonly mounted: string[] = []
  private readonly processes = new Set<ChildProcess>()
  private readonly listeners = new Map<string, Set<Listener>>()
  private down = false

  private constructor(folder: string, port: number) {
    this.folder = folder
    this.port = port
  }

  static async boot(): Promise<LocalMachine> {
    const folder = await mkdtemp(join(tmpdir(), 'telar-machine-'))
    return new LocalMachine(folder, await freePort())
  }

  readonly fs: BootedContainer['fs'] = {
    readdir: ((path: string) =>
      readdir(join(this.folder, path))) as BootedContainer['fs']['readdir'],
    rm: (path, options) => rm(join(this.folder, path), options),
  }

  mount: BootedContainer['mount'] = async (tree) => this.put(tree as FileSystemTree, '')

  spawn = (async (command: string, args: string[] = []) => {
    const child = spawn(command === 'node' ? process.execPath : command, args, {
      cwd: this.folder,
      env: { ...process.env, TELAR_PORT: String(this.port) },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.processes.add(child)
    void this.announce(child)
    return {
      output: Readable.toWeb(child.stdout.setEncoding('utf8')) as ReadableStream<string>,
      input: new WritableStream<string>({ write: (text) => void child.stdin.write(text) }),
      exit: new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1))),
      kill: () => void child.kill(),
      resize: () => {},
    }
  }) as BootedContainer['spawn']

  on = ((event: string, listener: Listener) => {
    const set = this.listeners.get(event) ?? new Set()
    this.listeners.set(event, set.add(listener))
    return () => set.delete(listener)
  }) as BootedContainer['on']

  teardown: BootedContainer['teardown'] = () => {
    this.down = true
    for (const child of this.processes) child.kill('SIGKILL')
    void rm(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }

  /** Says what a host says when it ends a container. */
  emit(event: string, ...given: unknown[]): void {
    for (const listener of this.listeners.get(event) ?? [])
      (listener as (...g: unknown[]) => void)(...given)
  }

  private async put(tree: FileSystemTree, folder: string): Promise<void> {
    for (const [name, node] of Object.entries(tree)) {
      const path = join(folder, name)
      if ('directory' in node) await this.put(node.directory, path)
      else if ('contents' in node.file) {
        await mkdir(dirname(join(this.folder, path)), { recursive: true })
        await writeFile(join(this.folder, path), node.file.contents)
        this.mounted.push(path)
      }
    }
  }

  // Our host's agent sees an open port by itself; here the port is asked until it answers.
  private async announce(child: ChildProcess): Promise<void> {
    while (!this.down && child.exitCode === null) {
      if (await answers(this.port)) {
        return this.emit('server-ready', 3000, `http://127.0.0.1:${this.port}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
