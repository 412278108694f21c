/** The script of `/headless`: offers the parent page a Comlink object as @webcontainer/api 1.6.4 expects it. */
import { expose } from 'comlink'
import { createServer, type RoomNote } from './server.ts'
import type { HeadlessSettings } from './settings.ts'

const meta = document.querySelector<HTMLMetaElement>('meta[name="settings"]')
const settings = JSON.parse(meta?.content ?? 'null') as HeadlessSettings

const { port1, port2 } = new MessageChannel()
const framed = location.ancestorOrigins?.[0]
const parent = settings.parents.find((it) => it === framed) ?? settings.parents[0]
// The client library has no events for waiting and sleeping, so the embedding page gets messages for them.
const tell = (note: RoomNote) => {
  if (parent) window.parent.postMessage(note, parent)
}
expose(createServer(settings, tell), port1)
offer(port2)

// A message port can be sent only once, so it goes to the one parent that frames us; a refused page has several.
function offer(port: MessagePort) {
  if (parent && window.parent !== window)
    window.parent.postMessage({ type: 'init' }, parent, [port])
}
