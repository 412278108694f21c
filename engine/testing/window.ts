/** A window in Node: jsdom's DOM, with the parts that it lacks, and the shipped client running in it. */
import type { Clock } from '../session/clock.ts'
import { createClient, WASM } from './client.js'
import { lackingIn, type PageWindow } from './lacking.ts'
import { JSDOM, VirtualConsole } from './packages.ts'
import { timersOn } from './timers.ts'

/** What a window reaches besides its document. */
export interface Outside {
  readonly clock: Clock
  /** A listener or a script of the page threw. */
  threw(error: unknown): void
  /** The client asks for a page. */
  fetch?(url: string): Promise<{ url: string; text(): Promise<string> }>
  /** The browser leaves the document for another one. */
  load?(url: string): void
  /** The visitor is asked; whether they agree. */
  confirm?(question: string): boolean
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
    fetch: (url: string) => outside.fetch?.(new URL(url, own.location.href).href),
    confirm: (question: string) => outside.confirm?.(question) ?? true,
    location: leaving(own.location, (url) => outside.load?.(url)),
    matchMedia: () => ({ matches: false }),
    scrollTo() {},
  }
  const window = new Proxy(own, {
    get: (_, name) => (name in given ? given[name] : Reflect.get(own, name)),
  })
  given.window = window
  haveSheets(own)
  return { window, client: createClient(window) }
}

// A style sheet is never fetched, and what waits for it must not wait.
function haveSheets({ document, Event, MutationObserver }: PageWindow) {
  const told = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (node.nodeName === 'LINK') node.dispatchEvent(new Event('load'))
      }
    }
  })
  told.observe(document.head, { childList: true })
}

/** A location that leads out of the document by a call: jsdom knows one document. */
function leaving(location: Location, load: (url: string) => void): Location {
  const calls: Record<PropertyKey, unknown> = {
    assign: (url: string) => load(new URL(url, location.href).href),
    replace: (url: string) => load(new URL(url, location.href).href),
    reload: () => load(location.href),
  }
  // Its own properties can't be told otherwise.
  return new Proxy({} as Location, {
    get: (_, name) => (name in calls ? calls[name] : Reflect.get(location, name)),
  })
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
