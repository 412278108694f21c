/** The client's entry: reads the page's config, adopts the first paint and joins the session. */
import { adopt } from './adopt.ts'
import { startSession } from './session.ts'
import type { Watcher } from './watcher.ts'

interface Config {
  token: string
  epoch: number
  /** The socket's path, on this page's host. */
  ws: string
  debug?: boolean
  scripts?: boolean
}

/** The decoder, a character a byte, put here by wasm/build.mjs: a request of its own costs more than it saves. */
declare const WASM: string

const config = JSON.parse(document.getElementById('telar')!.textContent) as Config
const fetchBeside = (file: string) => import(new URL(file, import.meta.url).href)
const watchers: Watcher[] = []
if (config.debug) {
  const debug: typeof import('./debug.ts') = await fetchBeside('client-debug.js')
  watchers.push(debug.createDebug())
}

startSession({
  ...config,
  url: new URL(config.ws, location.href.replace('http', 'ws')).href,
  wasm: Uint8Array.from(WASM, (char) => char.charCodeAt(0)),
  later: () => fetchBeside('client-later.js'),
  watchers,
  adopt: (heard) => adopt(document, heard).components,
})
