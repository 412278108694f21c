/** What a drag by keys says to visitors who can't see it, in the page's language. */
import { worded } from '../look.ts'

/** What to announce to visitors who can't see it. */
export interface Moment {
  kind: 'grabbed' | 'over' | 'dropped' | 'cancelled' | 'nowhere'
  source: Element
  target: Element | undefined
  /** The position of the target among all places, from 1. */
  place: number
  places: number
}

/** Each in English and in Spanish. */
const WORDS = {
  hint: ['Can be moved. Space picks it up.', 'Se puede mover. La barra espaciadora lo levanta.'],
  spot: ['place', 'lugar'],
  grabbed: [
    '{what}: picked up. Arrow keys choose a place, Space drops it there, Escape puts it back.',
    '{what}: levantado. Las flechas eligen un lugar, la barra espaciadora lo suelta ahí, Escape lo devuelve.',
  ],
  over: ['{where}, {at} of {count}.', '{where}, {at} de {count}.'],
  dropped: ['{what}: dropped on {where}.', '{what}: soltado en {where}.'],
  cancelled: ['{what}: put back.', '{what}: devuelto.'],
  nowhere: ['There is no place to drop it on.', 'No hay ningún lugar donde soltarlo.'],
} as const

const word = (name: keyof typeof WORDS) => worded(WORDS[name])

/** The description of a draggable element, read when the first one gets the focus. */
export const hint = () => word('hint')

export function wordsOf({ kind, source, target, place, places }: Moment): string {
  const where = (target && nameOf(target)) || `${word('spot')} ${place}`
  // None of these is a name that internal.mjs shortens, because the sentences contain them.
  const names: Record<string, unknown> = { what: textOf(source), where, at: place, count: places }
  return word(kind).replace(/{(\w+)}/g, (_, name: string) => `${names[name]}`)
}

// A drop target contains many items: its name is its label or heading, not all its text.
function nameOf(element: Element): string {
  const heading = element.querySelector('h1, h2, h3, h4, h5, h6, legend, caption, summary')
  return labelOf(element) || shortened(heading?.textContent ?? '') || ''
}

const textOf = (element: Element) => labelOf(element) || shortened(element.textContent ?? '')

function labelOf(element: Element): string {
  const by = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const labels = by.map((id) => document.getElementById(id)?.textContent ?? '')
  return shortened(element.getAttribute('aria-label') ?? labels.join(' '))
}

function shortened(text: string): string {
  const short = text.replace(/\s+/g, ' ').trim()
  return short.length > LONGEST ? `${short.slice(0, LONGEST)}…` : short
}

const LONGEST = 60

let region: HTMLElement | undefined

/** Announces something to screen readers, politely. */
export function announce(text: string) {
  if (!region) {
    region = document.createElement('div')
    region.className = 'telar-said'
    region.setAttribute('role', 'status')
    region.style.cssText = HIDDEN
    document.body.append(region)
  }
  const own = region
  // A live region must be in the page before it gets a text, or the text is not announced.
  setTimeout(() => {
    own.textContent = text
  }, SETTLED)
}

const SETTLED = 50

// Invisible, but readable by a screen reader.
const HIDDEN = 'position:fixed;clip-path:inset(50%)'
