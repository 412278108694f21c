/** A line that says when the connection is gone and when it is back: seen, and announced to screen readers. */
import type { Status, Watcher } from './watcher.ts'

const SAY_AFTER = 1000
const SHOW_FOR = 4000

const ENGLISH = {
  disconnected: 'Connection lost. Trying again…',
  connected: 'Connected again.',
  stale: 'That has just changed. Look again, then repeat it.',
  refused: 'This page is no longer live.',
  reload: 'Reload',
}
const SPANISH: typeof ENGLISH = {
  disconnected: 'Se perdió la conexión. Reintentando…',
  connected: 'Conexión recuperada.',
  stale: 'Eso acaba de cambiar. Míralo y repítelo.',
  refused: 'Esta página ya no está en vivo.',
  reload: 'Recargar',
}

/** The page can style `.telar-status`; without any CSS it is a readable line at the bottom. */
export function createStatus(): Watcher {
  const words = document.documentElement.lang.startsWith('es') ? SPANISH : ENGLISH
  const line = document.createElement('div')
  // It must stand in the page before it has words, or they are not announced.
  line.setAttribute('role', 'status')
  line.className = 'telar-status'
  document.body.append(line)
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown = false

  function show(text: string, more?: Node) {
    shown = text !== ''
    line.replaceChildren(text, more ?? '')
    line.style.cssText = shown ? STYLE : ''
  }

  return {
    status(status: Status) {
      if (status === 'connecting') return
      clearTimeout(timer)
      if (status === 'refused') show(words.refused, reloadButton(words.reload))
      else if (status === 'disconnected') {
        if (!shown) timer = setTimeout(() => show(words.disconnected), SAY_AFTER)
        else show(words.disconnected)
      } else if (shown || status === 'stale') {
        show(words[status])
        timer = setTimeout(() => show(''), SHOW_FOR)
      }
    },
    error: ({ code, message }) => console.warn(`telar ${code}: ${message}`),
  }
}

function reloadButton(text: string): HTMLElement {
  const button = document.createElement('button')
  button.textContent = text
  button.style.marginInlineStart = '1em'
  button.onclick = () => location.reload()
  return button
}

const STYLE =
  'position:fixed;inset:auto 0 0;z-index:2147483647;padding:.5em 1em;text-align:center;font:14px/1.5 system-ui,sans-serif;color:#fff;background:#333'
