/** The script of `/headless`: offers the parent page a Comlink object as @webcontainer/api 1.6.4 expects it. */
import { expose } from 'comlink'
import { createServer, type RoomNote, type TokenNote } from './server.ts'
import { settingsIn } from './settings.ts'

const settings = settingsIn(document)

const { port1, port2 } = new MessageChannel()
const framed = location.ancestorOrigins?.[0]
const parent = settings.parents.find((it) => it === framed) ?? settings.parents[0]
// The client library has no events for waiting and sleeping, so the embedding page gets messages for them.
const tell = (note: RoomNote) => {
  if (parent) window.parent.postMessage(note, parent)
}
expose(createServer(settings, tell, askToken), port1)
offer(port2)

/** A page with the client library alone does not answer. */
const ANSWER_MS = 5000

function askToken(): Promise<string> {
  return new Promise((resolve, reject) => {
    const over = new AbortController()
    const timer = setTimeout(() => {
      over.abort()
      reject(new Error('The embedding page has given no token.'))
    }, ANSWER_MS)
    const hear = ({ source, origin, data }: MessageEvent) => {
      const { type, token } = (data ?? {}) as Partial<TokenNote>
      if (source !== window.parent || origin !== parent || type !== 'container-token') return
      if (typeof token !== 'string') return
      clearTimeout(timer)
      over.abort()
      resolve(token)
    }
    addEventListener('message', hear, { signal: over.signal })
    tell({ type: 'container-token-wanted' })
  })
}

// A message port can be sent only once, so it goes to the one parent that frames us; a refused page has several.
function offer(port: MessagePort) {
  if (parent && window.parent !== window)
    window.parent.postMessage({ type: 'init' }, parent, [port])
}
