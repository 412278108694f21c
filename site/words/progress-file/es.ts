/** What is said about the file of one's progress, in Spanish. */
import { secondsIn } from '../../../playground/ui/words/index.ts'
import type { ProgressFileWords } from './words.ts'

const day = new Intl.DateTimeFormat('es', { dateStyle: 'long' })
const twoDigits = new Intl.NumberFormat('es', { maximumSignificantDigits: 2 })
const seconds = secondsIn('es')
const kilobytes = (bytes: number) => `${twoDigits.format(bytes / 1000)} KB`
const lessons = (count: number) => (count === 1 ? '1 lección' : `${count} lecciones`)
const passed = (count: number) => `${lessons(count)} ${count === 1 ? 'superada' : 'superadas'}`

export const es: ProgressFileWords = {
  title: 'Tu progreso en un archivo',
  about:
    'Lo que has superado, predicho y escrito está solo en este navegador. En un archivo puedes llevarlo a otro.',
  save: 'Guardar en un archivo',
  saving: 'Reuniendo lo que guarda este navegador…',
  saved: (bytes, ms) =>
    `El archivo está donde tu navegador guarda las descargas: ${kilobytes(bytes)}, en ${seconds(ms)}.`,
  load: 'Cargar un archivo',
  ask: '¿Reemplazar lo que hay aquí?',
  question: (written, file, here) =>
    `El archivo del ${day.format(written)} tiene ${passed(file.passed)} y código de ${lessons(file.code)}. Este navegador tiene ${passed(here.passed)} y código de ${lessons(here.code)}. El archivo lo reemplaza todo; puedes deshacerlo.`,
  replace: 'Reemplazar con el archivo',
  cancel: 'Dejarlo como está',
  loading: 'Poniendo el archivo en su sitio…',
  loaded: (ms) => `El archivo está cargado, en ${seconds(ms)}.`,
  undo: 'Deshacer',
  undone: 'Todo está como antes del archivo.',
  problem: (code, at) => {
    switch (code) {
      case 'not-json':
        return 'Este archivo no se puede leer: no es JSON. Elige uno que haya guardado esta página.'
      case 'not-progress':
        return 'Este archivo contiene otra cosa. Elige uno que haya guardado esta página.'
      case 'newer':
        return `Este archivo es de una versión más nueva del sitio (la ${at}). Cárgalo allí.`
      case 'damaged':
        return `Este archivo está dañado en «${at}», así que no se ha cargado nada. Elige otro.`
      default:
        return code satisfies never
    }
  },
}
