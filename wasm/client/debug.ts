/** Shows a page's frames to the page around it; loaded only where the page's config asks for it. */
import type { Watcher } from './watcher.ts'

export function createDebug(): Watcher {
  const post = (message: object) => parent.postMessage({ source: 'telar', ...message }, '*')
  return {
    frame: (direction, bytes, at, ms) => post({ type: 'frame', direction, at, ms, bytes }),
    status: (status) =>
      post({ type: 'status', status: status === 'refused' ? 'disconnected' : status }),
    error: ({ code, message, owner }) => post({ type: 'error', error: { code, message, owner } }),
    ready: () => post({ type: 'ready' }),
  }
}
