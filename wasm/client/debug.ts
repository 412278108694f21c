/** Sends a page's frames to the page that embeds it, and follows changes of its code; loaded only if the config asks for it. */
import type { Status, Watcher } from './watcher.ts'

export function createDebug(): Watcher {
  const post = (message: object) => parent.postMessage({ source: 'telar', ...message }, '*')
  let joins = 0
  addEventListener('message', ({ source, data }) => {
    // The embedding page knows that a process is running again; no need to wait for the next attempt.
    if (source === parent && data?.source === 'telar' && data.type === 'wake') {
      dispatchEvent(new Event('online'))
    }
  })
  return {
    frame(direction, bytes, ms) {
      const shown = direction === 'up' ? masked(bytes) : bytes
      post({ type: 'frame', direction, at: Date.now(), ms, bytes: shown })
    },
    status(status) {
      post({ type: 'status', status: SHOWN_AS[status] ?? status })
      if (status !== 'connected') return
      if (joins++ > 0) refreshStyles(joins)
      else post({ type: 'ready' })
    },
    error: ({ code, message, owner }) => post({ type: 'error', error: { code, message, owner } }),
  }
}

/** A copy with stars in place of secrets: who embeds a page may show and keep its frames. */
function masked(bytes: Uint8Array): Uint8Array {
  // One letter a byte; no message is so long that the arguments would be too many.
  let text = String.fromCharCode(...bytes)
  for (const { value } of document.querySelectorAll<HTMLInputElement>(SECRETS)) {
    const sent = `:${String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value)))}`
    text = text.replaceAll(sent, ':"***"')
  }
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

const SECRETS = '[type=password],[autocomplete*=cc-],[autocomplete*=-password],[autocomplete*=one-]'

// The embedding page learns of each frame, and of faults directly.
const SHOWN_AS: { [status: string]: Status } = {
  refused: 'disconnected',
  failing: 'disconnected',
  waiting: 'connected',
}

// The new process may have other code; the old style stays until the new one is loaded.
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
