/** Shows the messages of `this.flash(kind, text)`: as a polite live region over the page, until they time out or are dismissed. */
import type { Flash } from '../../engine/protocol/signals.ts'
import { addLook, worded } from './look.ts'

/** A page that shows it in another way prevents the event `telar:flash`. */
export function showFlash(detail: Flash) {
  const told = new CustomEvent('telar:flash', { detail, bubbles: true, cancelable: true })
  if (!document.documentElement.dispatchEvent(told)) return
  const place = (region ??= createRegion())
  // A live region must be in the page before it gets a text, or the text is not announced.
  setTimeout(() => place.append(noteOf(detail)), SETTLED)
}

let region: HTMLElement | undefined

function createRegion(): HTMLElement {
  addLook(LOOK)
  // Each message is announced by itself, not all of them again.
  const made = elementOf('<div class="telar-flashes" role="status" aria-atomic="false">')
  document.body.append(made)
  return made
}

function noteOf({ kind, text }: Flash): HTMLElement {
  const note = elementOf('<div class="telar-flash"><span></span><button type="button">×')
  const [words, close] = note.children as unknown as HTMLElement[]
  note.dataset.kind = kind
  words!.textContent = text
  close!.ariaLabel = worded(['Close', 'Cerrar'])
  close!.onclick = () => note.remove()
  leaveInTime(note, Math.max(SHOW_FOR, text.length * A_LETTER))
  return note
}

function elementOf(markup: string): HTMLElement {
  const around = document.createElement('div')
  around.innerHTML = markup
  return around.firstChild as HTMLElement
}

// A visitor who points at it or has the focus in it is still reading.
function leaveInTime(note: HTMLElement, ms: number) {
  setTimeout(() => {
    if (note.matches(':hover, :focus-within')) leaveInTime(note, SHOW_FOR)
    else note.remove()
  }, ms)
}

const SETTLED = 50
const SHOW_FOR = 6000
const A_LETTER = 80

// In system colours, light or dark as the visitor prefers.
const LOOK = `
:where(.telar-flashes) { position: fixed; z-index: 2147483646; inset: auto 1rem 3rem auto; display: grid; gap: .5rem; justify-items: end; max-width: min(26rem, 100vw - 2rem); pointer-events: none }
:where(.telar-flash) { display: flex; align-items: start; gap: .75rem; padding: .6rem .5rem .6rem .9rem; border-radius: .5rem; border-inline-start: .25rem solid #2f6fde; color-scheme: light dark; background: Canvas; color: CanvasText; box-shadow: 0 .25rem 1rem #0004, 0 0 0 1px #8886; font: 15px/1.45 system-ui, sans-serif; overflow-wrap: anywhere; pointer-events: auto }
:where(.telar-flash[data-kind=error]) { border-color: #c62f3b }
:where(.telar-flash[data-kind=warning]) { border-color: #b7791f }
:where(.telar-flash[data-kind=success]) { border-color: #218a4c }
:where(.telar-flash > button) { flex: none; min-width: 1.75rem; min-height: 1.5rem; border: 0; background: none; color: inherit; font: 1.25rem/1 system-ui; cursor: pointer }`
