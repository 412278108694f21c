/** What a page's line says, but for the one sentence that came with the page; fetched then. */
import type { Notice, Status } from './watcher.ts'

const SHOW_FOR = 4000

const ENGLISH = {
  connected: 'Connected again.',
  stale: 'That has just changed. Look again, then repeat it.',
  failed: 'That did not work, and nothing was changed. Try again.',
  'refused-event': 'The server did not accept that. Nothing was changed.',
  'too-large': 'This is too large to send: at most LIMIT. Shorten it, then try again.',
  'too-many':
    'Too much is waiting to be sent. What you do now is lost until the connection is back.',
  refused: 'This page is no longer live.',
  reload: 'Reload',
}
const SPANISH: typeof ENGLISH = {
  connected: 'Conexión recuperada.',
  stale: 'Eso acaba de cambiar. Míralo y repítelo.',
  failed: 'No ha funcionado y no se ha cambiado nada. Inténtalo de nuevo.',
  'refused-event': 'El servidor no lo ha aceptado. No se ha cambiado nada.',
  'too-large':
    'Es demasiado grande para enviarlo: como máximo LIMIT. Acórtalo e inténtalo de nuevo.',
  'too-many':
    'Hay demasiado por enviar. Lo que hagas ahora se pierde hasta que vuelva la conexión.',
  refused: 'Esta página ya no está en vivo.',
  reload: 'Recargar',
}

/** Says in the page's line how things stand. */
export function say(status: Status) {
  const words = wordsOfPage()
  if (status === 'refused') line().replaceChildren(words.refused, reloadButton(words.reload))
  else if (status === 'connected') show(words.connected)
}

/** Says that something was not taken: what is too large at its field, all else in the page's line. */
export function tell(notice: Notice, about?: { field: Element; limit: number }) {
  const words = wordsOfPage()[notice].replace('LIMIT', size(about?.limit ?? 0))
  show(words)
  const field = about?.field as HTMLInputElement | undefined
  if (notice !== 'too-large' || !field?.setCustomValidity) return
  field.setCustomValidity(words)
  field.reportValidity()
  // The next letter mends it, or is judged anew.
  field.addEventListener('input', () => field.setCustomValidity(''), { once: true })
}

function show(words: string) {
  const text = new Text(words)
  line().replaceChildren(text)
  // By then the line may say something newer.
  setTimeout(() => text.remove(), SHOW_FOR)
}

const size = (bytes: number) => `${(bytes / 1_048_576).toPrecision(2)} MB`
const wordsOfPage = () => (document.documentElement.lang.startsWith('es') ? SPANISH : ENGLISH)
const line = () => document.querySelector('.telar-status')!

function reloadButton(text: string): HTMLElement {
  const button = document.createElement('button')
  button.textContent = text
  button.style.marginInlineStart = '1em'
  button.onclick = () => location.reload()
  return button
}
