/** What the workspace says in Spanish of a project to take home. */
import type { TakeHomeWords } from '../take-home.ts'

const number = new Intl.NumberFormat('es', { maximumFractionDigits: 1 })

export const takeHome: TakeHomeWords = {
  name: 'Descargar',
  title: 'Llévatelo',
  about:
    'Tus archivos se convierten en un programa propio: con el motor, un servidor, una prueba y una guía breve. Necesita Node 20.19 o una versión más nueva, y nada de este sitio.',
  making: (kilobytes) => `Empaquetando… ${number.format(kilobytes)} KB hasta ahora.`,
  slow: (kilobytes) =>
    `Hace unos segundos que no llega nada, después de ${number.format(kilobytes)} KB. La red va lenta o se ha cortado. Puedes esperar, intentarlo de nuevo o cancelar.`,
  retry: 'Intentar de nuevo',
  cancel: 'Cancelar',
  made: (file, kilobytes, milliseconds) =>
    `${file} está en tus descargas: ${number.format(kilobytes)} KB en ${number.format(milliseconds / 1000)} s.`,
  failed: 'No se descargó nada.',
  again: 'Descargar otra vez',
  next: 'Descomprímelo, abre una terminal en su carpeta y escribe:',
  commands: `npm install
npm start  # http://localhost:3000
npm test`,
  guide:
    'Con npm run dev tus cambios entran en el servidor en marcha y las páginas abiertas conservan su estado. README.md explica cómo desplegarlo.',
}
