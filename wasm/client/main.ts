/** The client's entry: reads the page's config and joins its session. */
import type { PageConfig } from '../../engine/protocol/signals.ts'
import { startSession } from './session.ts'
import { webSocketTo } from './transport.ts'
import type { Watcher } from './watcher.ts'

/** The decoder, one character a byte, put here by wasm/build.mjs: a request of its own would cost more than it saves. */
declare const WASM: string

const config = JSON.parse(document.getElementById('telar')!.textContent) as PageConfig
// A browser remembers an address that failed, so a second attempt uses another one.
const load = (name: string, again?: boolean) =>
  import(new URL(`client-${name}.js${again ? `?${Date.now()}` : ''}`, import.meta.url).href)
let watcher: Watcher | undefined
if (config.debug) {
  const extras: typeof import('./extras.ts') = await load('extras')
  watcher = extras.createDebug()
}

startSession({
  config,
  root: document.getElementById('telar-root')!,
  transport: webSocketTo(new URL(config.ws, location.href.replace('http', 'ws')).href),
  wasm: Uint8Array.from(WASM, (char) => char.charCodeAt(0)),
  load,
  watcher,
})
