/** The footer in Spanish. */
import type { FooterWords } from './words.ts'

export const es: FooterWords = {
  label: 'Todo Telar',
  learn: 'Aprender',
  lessons: 'Lecciones',
  onePage: 'El curso en una página',
  review: 'Repaso',
  playground: 'Playground',
  examples: 'Ejemplos',
  build: 'Construir',
  guides: 'Guías',
  takeHome: 'Llévatelo a tu máquina',
  reference: 'Referencia',
  bench: 'Mediciones',
  project: 'Proyecto',
  source: 'Código fuente',
  changelog: 'Cambios',
  feed: 'Feed de cambios',
  licence: 'Licencia MIT',
  version: 'Versión',
}
