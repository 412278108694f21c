/** The cloth that all visitors share, and its words: a square has one of four dyes, and rests after each change. */

const SQUARES = 24
/** Milliseconds in which a square keeps its dye, so that nobody makes it flash. */
const REST = 500

// It begins as a twill: six squares a row, each row one dye further.
const squares = Array.from({ length: SQUARES }, (_, place) => ({
  dye: ((place % 6) + Math.floor(place / 6)) % 4,
  until: 0,
}))

export const cloth = {
  /** The dye of each square, by its number. */
  dyes: (): number[] => squares.map(({ dye }) => dye),
  /** Gives a square its next dye; false if it rests. */
  dye(place: number, now: number): boolean {
    const square = squares[place]
    if (!square || now < square.until) return false
    square.dye = (square.dye + 1) % WORDS.en.dyes.length
    square.until = now + REST
    return true
  },
}

const WORDS = {
  en: {
    title: 'One cloth for everybody',
    dyes: ['undyed', 'indigo', 'madder red', 'weld yellow'],
    square: 'Square',
    here: (count: number) => (count === 1 ? 'You are here alone' : `${count} people are here`),
  },
  es: {
    title: 'Una tela para todos',
    dyes: ['sin teñir', 'índigo', 'rojo de rubia', 'amarillo de gualda'],
    square: 'Cuadro',
    here: (count: number) => (count === 1 ? 'Ahora estás a solas' : `Ahora hay ${count} personas`),
  },
}

/** The words of the language that an address asks for: `?lang=es`. */
export function wordsAt(url: string) {
  const lang = url.endsWith('?lang=es') ? 'es' : 'en'
  const { title, dyes, square, here } = WORDS[lang]
  return {
    lang,
    title,
    square: (place: number, dye: number) => `${square} ${place + 1}, ${dyes[dye]}`,
    here,
  }
}
