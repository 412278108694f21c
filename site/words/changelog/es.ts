/** The page of changes in Spanish. */
import type { ChangelogWords } from './words.ts'

export const es: ChangelogWords = {
  title: 'Cambios',
  description: 'Una línea por cada cambio que se nota al leer el sitio o al usar el motor.',
  lead: 'Una línea por cada cambio que se nota. Están escritos en inglés.',
  unreleased: 'Sin publicar',
}
