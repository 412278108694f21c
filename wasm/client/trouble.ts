/** What a page's line says, but for the one sentence that came with the page; fetched then. */
import type { Status } from './watcher.ts'

const SHOW_FOR = 4000

const ENGLISH = {
  connected: 'Connected again.',
  stale: 'That has just changed. Look again, then repeat it.',
  refused: 'This page is no longer live.',
  reload: 'Reload',
  waiting: 'The server can’t save at the moment. Nothing is lost: what you did last waits for it.',
  failing:
    'This page fails on the server at the moment. What you did is kept, and it is tried again.',
}
const SPANISH: typeof ENGLISH = {
  connected: 'Conexión recuperada.',
  stale: 'Eso acaba de cambiar. Míralo y repítelo.',
  refused: 'Esta página ya no está en vivo.',
  reload: 'Recargar',
  waiting: 'El servidor no puede guardar ahora. No se pierde nada: lo último que hiciste espera.',
  failing: 'Esta página falla ahora en el servidor. Lo que hiciste está guardado y se reintenta.',
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
  } else if (status === 'waiting' || status === 'failing') line.textContent = words[status]
}

function reloadButton(text: string): HTMLElement {
  const button = document.createElement('button')
  button.textContent = text
  button.style.marginInlineStart = '1em'
  button.onclick = () => location.reload()
  return button
}
