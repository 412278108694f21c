/** Runs the client's shipped files in a window, with a network and timers that are moved by hand. */
import type { ClientWindow } from '../../wasm/client/index.ts'

/** File name → its text, rewritten by `bundle.ts` so that it can be called as a function. */
export type ClientFiles = Readonly<Record<string, string>>

/** What a client gets in place of its window's own. */
export interface Given {
  WebSocket: unknown
  setTimeout(act: () => void, ms?: number): number
  clearTimeout(timer: number | undefined): void
  /** The client's chance: when it dials again. */
  Math: Math
  WebAssembly: unknown
  location: unknown
  console: { warn(text: string): void }
}

type Module = Record<string, unknown>
type Run = (
  fetchFile: (url: string) => Promise<Module>,
  exports: Module,
  surroundings: ClientWindow,
) => Promise<void>

/** The file that takes from `surroundings` what the others use of a window. */
export const DOOR = 'window.js'

/** Starts file `entry`; other files come when they are asked for. */
export class ClientRunner {
  private readonly runs = new Map<string, Run>()
  private readonly window: Window & typeof globalThis
  private readonly files: ClientFiles

  constructor(window: Window & typeof globalThis, files: ClientFiles) {
    this.window = window
    this.files = files
  }

  start(entry: string, given: Given): Promise<void> {
    const around = new Proxy(this.window, {
      get: (window, name) => Reflect.get(name in given ? given : window, name),
    })
    const modules = new Map<string, Promise<Module>>()
    const load = (name: string): Promise<Module> => {
      let module = modules.get(name)
      if (!module) modules.set(name, (module = this.run(name, around, load)))
      return module
    }
    return load(entry).then(() => {})
  }

  private async run(name: string, around: ClientWindow, load: (name: string) => Promise<Module>) {
    const exports: Module = {}
    const fetchFile = (url: string) => load(url.replace(/^.*\//, ''))
    await this.runOf(name)(fetchFile, exports, around)
    return exports
  }

  private runOf(name: string): Run {
    let run = this.runs.get(name)
    if (!run) {
      const [door, text] = [this.files[DOOR], this.files[name]]
      if (door === undefined || text === undefined)
        throw new Error(`Expected a file that is shipped with the client, received ${name}.`)
      // Made in the window's own realm, so that its globals are the window's.
      const Make = this.window.Function as unknown as new (...words: string[]) => Run
      run = new Make(
        'fetchFile',
        'exports',
        'surroundings',
        `${door}return (async () => {${text}\n})()`,
      )
      this.runs.set(name, run)
    }
    return run
  }
}

/** Timers of a tab. */
export class Timers {
  private now = 0
  private next = 1
  private waiting: { id: number; at: number; act: () => void }[] = []

  readonly set = (act: () => void, ms = 0): number => {
    this.waiting.push({ id: this.next, at: this.now + ms, act })
    return this.next++
  }

  readonly clear = (id: number | undefined): void => {
    this.waiting = this.waiting.filter((one) => one.id !== id)
  }

  /** Moves on and calls what falls due, in order. */
  advance(ms: number): void {
    const end = this.now + ms
    while (true) {
      const due = this.waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      this.clear(due.id)
      this.now = due.at
      due.act()
    }
    this.now = end
  }
}

/** The same wait in every tab, so that the same steps mean the same. */
export const EVEN: Math = Object.create(Math, { random: { value: () => 0.5 } })

/** WebAssembly that compiles once, or a policy that forbids it. */
export function assembly(allowed: boolean) {
  return {
    RuntimeError: WebAssembly.RuntimeError,
    async instantiate(bytes: Uint8Array<ArrayBuffer>, imports: WebAssembly.Imports) {
      if (!allowed) throw new Error('Expected WebAssembly, received a policy that forbids it.')
      compiled ??= new WebAssembly.Module(bytes)
      return { instance: new WebAssembly.Instance(compiled, imports) }
    },
  }
}

let compiled: WebAssembly.Module | undefined
