/** A window in Node: jsdom's DOM, with the parts that it lacks, and the shipped client running in it. */
import type { startSession } from '../../wasm/client/index.ts'
import type { Clock } from '../session/clock.ts'
import { CODE, WASM } from './client.js'
import { lackingIn, type PageWindow } from './lacking.ts'
import { JSDOM, VirtualConsole } from './packages.ts'
import { timersOn } from './timers.ts'

/** What a window reaches besides its document. */
export interface Outside {
  readonly clock: Clock
  readonly WebSocket: unknown
  /** A listener or a script of the page threw. */
  threw(error: unknown): void
  /** The client reloads the page. */
  reload(): void
}

/** The client's files, each with its exports; a page loads them by these names. */
export interface Client {
  startSession: typeof startSession
  [file: string]: unknown
}

/** Opens a document at its address. Component code sees none of the window's names. */
export function openWindow(markup: string, url: string, outside: Outside) {
  // What jsdom can't do, such as navigation, is ignored silently.
  const virtualConsole = new VirtualConsole()
  virtualConsole.on('jsdomError', (error: Error & { detail?: unknown }) => {
    if (error.detail) outside.threw(error.detail)
  })
  const { window } = new JSDOM(markup, { url, pretendToBeVisual: true, virtualConsole })
  const own = window as unknown as PageWindow
  const { href, pathname, search } = own.location
  const given: Record<string, unknown> = {
    ...lackingIn(own),
    ...timersOn(outside.clock),
    WebSocket: outside.WebSocket,
    location: { href, pathname, search, reload: outside.reload },
    // The client's watcher gets the same messages.
    console: { warn() {} },
    reportError: outside.threw,
    // In a browser, chance spreads reconnects out; here the same must happen every time.
    Math: Object.create(Math, { random: { value: () => 0.5 } }),
    WebAssembly: ASSEMBLY,
  }
  const named = (name: string) => (name in given ? given[name] : Reflect.get(own, name))
  clientOf ??= takingNames(
    CODE_WORDS.filter((name) => named(name) !== Reflect.get(globalThis, name)),
  )
  return { window: own, named, client: clientOf(named) }
}

/** The decoder, as `startSession` takes it. */
export const DECODER = Uint8Array.from(Buffer.from(WASM, 'base64'))

let clientOf: ((named: (name: string) => unknown) => Client) | undefined

// The client uses names of a browser's window; these names become parameters.
function takingNames(names: readonly string[]) {
  const run = new Function(...names, `${CODE}return telarClient`) as (...given: unknown[]) => Client
  return (named: (name: string) => unknown) => run(...names.map(named))
}

const CODE_WORDS = [...new Set(CODE.match(/(?<![\w$.])[A-Za-z]\w*/g))]

let decoder: WebAssembly.Module | undefined

// Compiled once: each tab only makes an instance.
const ASSEMBLY = {
  RuntimeError: WebAssembly.RuntimeError,
  async instantiate(bytes: BufferSource, imports: WebAssembly.Imports) {
    decoder ??= new WebAssembly.Module(bytes)
    return { instance: new WebAssembly.Instance(decoder, imports) }
  },
}
