/** What a tab does and says when something is not as it should be; fetched then. */
import type { Fault, Status } from './watcher.ts'

export interface ServerFault extends Fault {
  fatal?: boolean
  reload?: boolean
}

/** What a tab can do about it. */
export interface Actions {
  /** Whether the page was live before. */
  live: boolean
  stop(): void
  /** Joins anew and is painted anew. */
  rejoin(): void
  /** Sends all events again that are not kept. */
  again(): void
}

const AGAIN_AFTER = 1000
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

/** Does what an error of the server asks for. */
export function answer({ code, fatal, reload }: ServerFault, actions: Actions) {
  if (fatal) {
    actions.stop()
    // A page that was never live would only come back to the same refusal.
    if (reload && actions.live) location.reload()
  } else if (code === 'event-forged') actions.rejoin()
  else if (/^(rate-limited|event-gap)$/.test(code)) setTimeout(actions.again, AGAIN_AFTER)
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
