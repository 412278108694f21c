/** Shows a page's frames to the page around it, and follows its code; loaded only where the page's config asks for it. */
import type { Status, Watcher } from './watcher.ts'

export function createDebug(): Watcher {
  const post = (message: object) => parent.postMessage({ source: 'telar', ...message }, '*')
  let joins = 0
  addEventListener('message', ({ source, data }) => {
    // The page around knows that a process is there again; waiting for the next try would be for nothing.
    if (source === parent && data?.source === 'telar' && data.type === 'wake') {
      dispatchEvent(new Event('online'))
    }
  })
  return {
    frame: (direction, bytes, ms) => post({ type: 'frame', direction, at: Date.now(), ms, bytes }),
    status(status) {
      post({ type: 'status', status: SHOWN_AS[status] ?? status })
      if (status !== 'connected') return
      if (joins++ > 0) refreshStyles(joins)
      else post({ type: 'ready' })
    },
    error: ({ code, message, owner }) => post({ type: 'error', error: { code, message, owner } }),
  }
}

// The page around knows whether frames come, and hears of faults by themselves.
const SHOWN_AS: { [status: string]: Status } = {
  refused: 'disconnected',
  failing: 'disconnected',
  waiting: 'connected',
}

// Other code may have come with the new process; its old style stands until the new one is there.
function refreshStyles(version: number) {
  for (const old of document.querySelectorAll<HTMLLinkElement>('link[data-telar-css]')) {
    const fresh = old.cloneNode() as HTMLLinkElement
    const url = new URL(old.href)
    url.searchParams.set('join', `${version}`)
    fresh.href = url.href
    fresh.onload = fresh.onerror = () => old.remove()
    old.after(fresh)
  }
}
