/** The words for a drag that is led by keys, in the page's language. */
import type { Moment } from './drag-keys.ts'

type Names = Pick<Moment, 'place' | 'places'> & { what: string; where: string }

interface Words extends Record<Moment['kind'], (names: Names) => string> {
  hint: string
  place: string
}

const ENGLISH: Words = {
  hint: 'Can be moved. Space picks it up.',
  place: 'place',
  grabbed: ({ what }) =>
    `${what}: picked up. Arrow keys choose a place, Space drops it there, Escape puts it back.`,
  over: ({ where, place, places }) => `${where}, ${place} of ${places}.`,
  dropped: ({ what, where }) => `${what}: dropped on ${where}.`,
  cancelled: ({ what }) => `${what}: put back.`,
  nowhere: () => 'There is no place to drop it on.',
}

const SPANISH: Words = {
  hint: 'Se puede mover. La barra espaciadora lo levanta.',
  place: 'lugar',
  grabbed: ({ what }) =>
    `${what}: levantado. Las flechas eligen un lugar, la barra espaciadora lo suelta ahí, Escape lo devuelve.`,
  over: ({ where, place, places }) => `${where}, ${place} de ${places}.`,
  dropped: ({ what, where }) => `${what}: soltado en ${where}.`,
  cancelled: ({ what }) => `${what}: devuelto.`,
  nowhere: () => 'No hay ningún lugar donde soltarlo.',
}

const words = () => (document.documentElement.lang.startsWith('es') ? SPANISH : ENGLISH)

/** What a draggable element says of itself when the focus comes to the first one. */
export const hint = () => words().hint

export function wordsOf({ kind, source, target, place, places }: Moment): string {
  const where = (target && nameOf(target)) || `${words().place} ${place}`
  return words()[kind]({ what: textOf(source), where, place, places })
}

// What takes things holds many of them: its own name is its label or its heading, not all its text.
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
