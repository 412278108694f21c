/** The texts of a page's status line, except the one sentence that came with the page; loaded when needed. */
import type { Answer } from '../../engine/protocol/ops.ts'
import type { SessionHandle } from './handle.ts'
import { worded } from './look.ts'
import type { Heard } from './queue.ts'
import type { Status } from './watcher.ts'

export { sendParts } from './parts-of-event.ts'
export { createRepaint } from './repaint.ts'
export { hear } from './signals.ts'

const SHOW_FOR = 4000

/** Each in English and in Spanish. */
const WORDS = {
  connected: ['Connected again.', 'Conexión recuperada.'],
  stale: [
    'That has just changed. Look again, then repeat it.',
    'Eso acaba de cambiar. Míralo y repítelo.',
  ],
  failed: [
    'That did not work, and nothing was changed.',
    'No ha funcionado y no se ha cambiado nada.',
  ],
  declined: [
    'That was not accepted, and nothing was changed.',
    'No se ha aceptado y no se ha cambiado nada.',
  ],
  large: ['This is too large to send: at most ', 'Es demasiado grande para enviarlo: como máximo '],
  lost: [
    'Too much is waiting to be sent. What you do now is lost.',
    'Hay demasiado por enviar. Lo que hagas ahora se pierde.',
  ],
  refused: ['This page is no longer live.', 'Esta página ya no está en vivo.'],
  reload: ['Reload', 'Recargar'],
  waiting: [
    'The server can’t save at the moment. Nothing is lost.',
    'El servidor no puede guardar ahora. No se pierde nada.',
  ],
  failing: [
    'This page fails on the server at the moment. Nothing is lost.',
    'Esta página falla ahora en el servidor. No se pierde nada.',
  ],
} as const

/** Shows the current status in the page's line. */
export function say(status: Status) {
  if (status === 'refused') line().replaceChildren(word('refused'), '\u2003', reloadButton())
  else if (status === 'connected') show(word('connected'))
  else if (status === 'waiting' || status === 'failing') line().textContent = word(status)
}

/** Says that input was not accepted: next to its field if it is too large, otherwise in the page's line. */
export function tell(
  { outcome, code, message }: Answer,
  { field: at, edit }: Heard,
  tab: SessionHandle,
) {
  const isLarge = code === 'frame-too-large'
  const notice = isLarge ? 'large' : outcome === 'refused' ? 'declined' : outcome
  tab.watcher?.status(notice)
  if (code) tab.error({ code, message: message!, owner: 'network' })
  // It does not show what the server has sent.
  if (code === 'event-forged') tab.rejoin()
  const megabytes = isLarge ? `${(tab.limits.event / 1_048_576).toPrecision(2)} MB.` : ''
  const words = word(notice) + megabytes
  show(words)
  const field = at as HTMLInputElement
  // A visitor who types on is not called back: the text may be short enough by now.
  if (!isLarge || !field.setCustomValidity || document.documentElement.telarEdited! > edit) return
  field.setCustomValidity(words)
  field.reportValidity()
  // The next input corrects it, or is checked again; a visitor who has left the field is not held up.
  for (const type of ['input', 'blur'])
    field.addEventListener(type, () => field.setCustomValidity(''), { once: true })
}

function show(words: string) {
  const text = new Text(words)
  line().replaceChildren(text)
  // By then the line may say something newer.
  setTimeout(() => text.remove(), SHOW_FOR)
}

const word = (name: keyof typeof WORDS) => worded(WORDS[name])
const line = () => document.querySelector('.telar-status')!

function reloadButton(): HTMLElement {
  const button = document.createElement('button')
  button.textContent = word('reload')
  button.onclick = () => location.reload()
  return button
}
