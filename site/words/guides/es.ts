/** What the guides say around their texts, in Spanish. */
import type { GuideWords } from './words.ts'

const day = new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone: 'UTC' })

export const es: GuideWords = {
  name: 'Guías',
  title: 'Guías',
  description:
    'Cómo construir con el motor y ponerlo en marcha: desde los primeros minutos hasta el despliegue, la seguridad y una comparación honesta.',
  lead: 'Cada guía responde una pregunta y empieza con código que funciona. Puedes leerlas en cualquier orden, y todos sus ejemplos se ejecutan en las pruebas de este proyecto.',
  groups: {
    start: 'Empezar',
    build: 'Construir',
    run: 'En marcha',
    decide: 'Decidir',
    from: 'Si vienes de',
  },
  contents: 'En esta página',
  previous: 'Anterior',
  next: 'Siguiente',
  around: 'Otras guías',
  asMarkdown: 'Esta guía en Markdown',
  table: 'Tabla',
  measured: {
    where: (processor, cores, versions, at) =>
      `Medido el ${day.format(at)}, en ${processor} con ${cores} núcleos, ${versions}.`,
    plot: (name) => `Barras: ${name}. La tabla siguiente tiene las mismas cifras.`,
    variant: 'Cliente',
    cases: {
      'one-cell-1k': 'una celda de 1000 filas',
      'every-10th-1k': 'una de cada 10 filas, de 1000',
      'slots-50': '50 cifras de un panel',
      'append-1k': '1000 filas más',
      'reverse-1k': '1000 filas al revés',
      'one-cell-1k down': 'una celda de 1000 filas',
      'every-10th-1k down': 'una de cada 10 filas, de 1000',
      'slots-50 down': '50 cifras de un panel',
      'append-1k down': '1000 filas más',
      'rtt-counter': 'una pulsación en un contador',
      'rtt-list-1k': 'una pulsación en una lista de 1000 filas',
      'heap-idle-counter 10000': 'un contador inactivo',
      'heap-idle-list-100 10000': 'una lista inactiva de 100 filas',
      'client-core-gz': 'lo que carga cada página',
    },
  },
}
