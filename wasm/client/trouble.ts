/** What a page's line says, but for the one sentence that came with the page; fetched then. */
import type { Answer } from '../../engine/protocol/ops.ts'
import type { Window } from '../../engine/protocol/window.ts'
import type { Fault, Status, Watcher } from './watcher.ts'

export { createRepaint } from './repaint.ts'
export { hear } from './signals.ts'

const SHOW_FOR = 4000

const ENGLISH = {
  connected: 'Connected again.',
  stale: 'That has just changed. Look again, then repeat it.',
  failed: 'That did not work, and nothing was changed.',
  declined: 'That was not accepted, and nothing was changed.',
  large: 'This is too large to send: at most ',
  lost: 'Too much is waiting to be sent. What you do now is lost.',
  refused: 'This page is no longer live.',
  reload: 'Reload',
  waiting: 'The server can’t save at the moment. Nothing is lost.',
  failing: 'This page fails on the server at the moment. Nothing is lost.',
}
const SPANISH: typeof ENGLISH = {
  connected: 'Conexión recuperada.',
  stale: 'Eso acaba de cambiar. Míralo y repítelo.',
  failed: 'No ha funcionado y no se ha cambiado nada.',
  declined: 'No se ha aceptado y no se ha cambiado nada.',
  large: 'Es demasiado grande para enviarlo: como máximo ',
  lost: 'Hay demasiado por enviar. Lo que hagas ahora se pierde.',
  refused: 'Esta página ya no está en vivo.',
  reload: 'Recargar',
  waiting: 'El servidor no puede guardar ahora. No se pierde nada.',
  failing: 'Esta página falla ahora en el servidor. No se pierde nada.',
}

/** Says in the page's line how things stand. */
export function say(status: Status) {
  const words = wordsOfPage()
  if (status === 'refused') line().replaceChildren(words.refused, reloadButton(words.reload))
  else if (status === 'connected') show(words.connected)
  else if (status === 'waiting' || status === 'failing') line().textContent = words[status]
}

/** Says that something was not taken: what is too large at its field, all else in the page's line. */
export function tell({ outcome, code, message }: Answer, at: Element, tab: Tab) {
  const isLarge = code === 'frame-too-large'
  const notice = isLarge ? 'large' : outcome === 'refused' ? 'declined' : outcome
  tab.watcher?.status(notice)
  if (code) tab.error({ code, message: message!, owner: 'network' })
  // It does not show what the server has shown.
  if (code === 'event-forged') tab.rejoin()
  const megabytes = isLarge ? `${(tab.limits.event / 1_048_576).toPrecision(2)} MB.` : ''
  const words = wordsOfPage()[notice] + megabytes
  show(words)
  const field = at as HTMLInputElement
  if (!isLarge || !field.setCustomValidity) return
  field.setCustomValidity(words)
  field.reportValidity()
  // The next letter mends it, or is judged anew.
  field.addEventListener('input', () => field.setCustomValidity(''), { once: true })
}

/** What a tab can do about it. */
interface Tab {
  limits: Window
  error(fault: Fault): void
  rejoin(): void
  watcher: Watcher | undefined
}

function show(words: string) {
  const text = new Text(words)
  line().replaceChildren(text)
  // By then the line may say something newer.
  setTimeout(() => text.remove(), SHOW_FOR)
}

const wordsOfPage = () => (document.documentElement.lang.startsWith('es') ? SPANISH : ENGLISH)
const line = () => document.querySelector('.telar-status')!

function reloadButton(text: string): HTMLElement {
  const button = document.createElement('button')
  button.textContent = text
  button.style.marginInlineStart = '1em'
  button.onclick = () => location.reload()
  return button
}
