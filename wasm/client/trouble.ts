/** What a page's line says, but for the one sentence that came with the page; fetched then. */
import type { Status } from './watcher.ts'

const SHOW_FOR = 4000

const ENGLISH = {
  connected: 'Connected again.',
  stale: 'That has just changed. Look again, then repeat it.',
  refused: 'This page is no longer live.',
  reload: 'Reload',
}
const SPANISH: typeof ENGLISH = {
  connected: 'Conexión recuperada.',
  stale: 'Eso acaba de cambiar. Míralo y repítelo.',
  refused: 'Esta página ya no está en vivo.',
  reload: 'Recargar',
}

/** Says in the page's line how things stand. */
export function say(status: Status) {
  const words = document.documentElement.lang.startsWith('es') ? SPANISH : ENGLISH
  const line = document.querySelector('.telar-status')!
  if (status === 'refused') line.replaceChildren(words.refused, reloadButton(words.reload))
  else if (status === 'connected' || status === 'stale') {
    const text = new Text(words[status])
    line.replaceChildren(text)
    // By then the line may say something newer.
    setTimeout(() => text.remove(), SHOW_FOR)
  }
}

function reloadButton(text: string): HTMLElement {
  const button = document.createElement('button')
  button.textContent = text
  button.style.marginInlineStart = '1em'
  button.onclick = () => location.reload()
  return button
}
