/** A window in Node: jsdom's DOM, with the parts that it lacks, and the shipped client running in it. */
import type { Clock } from '../session/clock.ts'
import { createClient, WASM } from './client.js'
import { lackingIn, type PageWindow } from './lacking.ts'
import { JSDOM, VirtualConsole } from './packages.ts'
import { timersOn } from './timers.ts'

/** What a window reaches besides its document. */
interface Outside {
  readonly clock: Clock
  /** A listener or a script of the page threw. */
  threw(error: unknown): void
}

/** Opens a document at its address. Component code sees none of the window's names. */
export function openWindow(markup: string, url: string, outside: Outside) {
  // What jsdom can't do, such as a reload, is ignored silently.
  const virtualConsole = new VirtualConsole()
  virtualConsole.on('jsdomError', (error: Error & { detail?: unknown }) => {
    if (error.detail) outside.threw(error.detail)
  })
  const own = new JSDOM(markup, { url, pretendToBeVisual: true, virtualConsole })
    .window as unknown as PageWindow
  const given: Record<PropertyKey, unknown> = {
    ...lackingIn(own),
    ...timersOn(outside.clock),
    // The client's watcher gets the same messages.
    console: { warn() {} },
    reportError: outside.threw,
    // In a browser, chance spreads reconnects out; here the same must happen every time.
    Math: Object.create(Math, { random: { value: () => 0.5 } }),
    WebAssembly: ASSEMBLY,
  }
  const window = new Proxy(own, {
    get: (_, name) => (name in given ? given[name] : Reflect.get(own, name)),
  })
  given.window = window
  return { window, client: createClient(window) }
}

/** The decoder, as `startSession` takes it. */
export const DECODER = Uint8Array.from(Buffer.from(WASM, 'base64'))

let decoder: WebAssembly.Module | undefined

// Compiled once: each tab only makes an instance.
const ASSEMBLY = {
  RuntimeError: WebAssembly.RuntimeError,
  async instantiate(bytes: BufferSource, imports: WebAssembly.Imports) {
    decoder ??= new WebAssembly.Module(bytes)
    return { instance: new WebAssembly.Instance(decoder, imports) }
  },
}
