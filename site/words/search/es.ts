/** The search in Spanish. */
import { secondsIn } from '../../../playground/ui/words/index.ts'
import type { SearchWords } from './words.ts'

const seconds = secondsIn('es')

export const es: SearchWords = {
  close: 'Cerrar',
  label: 'Buscar en Telar',
  hint: 'Palabras del texto o del código. Elige con las flechas y abre con Intro.',
  loading: 'Cargando el índice…',
  loaded: (ms) => `El índice está cargado, en ${seconds(ms)}.`,
  failed: 'El índice no se cargó: falló la red o lo bloquea un programa.',
  again: 'Reintentar',
  none: 'No se encontró nada. Prueba con menos palabras o con otras.',
  found: (count) => (count === 1 ? '1 resultado.' : `${count} resultados.`),
  results: 'Resultados',
  kinds: {
    lesson: 'Lección',
    reference: 'Referencia',
    guide: 'Guía',
    example: 'Ejemplo',
    page: 'Sección',
  },
  slash: 'La tecla / también abre la búsqueda',
}
