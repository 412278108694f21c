/** The pages of the examples in Spanish. */
import type { ExamplesWords } from './words.ts'

export const es: ExamplesWords = {
  title: 'Ejemplos',
  description: 'Nueve programas que se ejecutan en este servidor, cada uno con su código.',
  lead: 'Se ejecutan en este servidor, con el motor de las lecciones. Abre uno en dos ventanas para ser dos visitantes, o llévalo al playground y cámbialo.',
  run: 'Ejecutar',
  runIt: (title) => `Ejecutar ${title}`,
  change: 'Cambiarlo',
  changeIt: (title) => `Cambiarlo: ${title} en el playground`,
  source: 'Código',
  sourceOf: (title) => `Código de ${title}`,
  lesson: 'Lección',
  lessonOf: (title) => `Lección en la que construyes ${title}`,
  stays: 'No se ejecuta en el playground:',
  all: 'Todos los ejemplos',
  picture: (title) => `${title}, en marcha`,
}
