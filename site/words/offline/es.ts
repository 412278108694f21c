/** What is said without a network, in Spanish. */
import type { OfflineWords } from './words.ts'

export const es: OfflineWords = {
  title: 'No tienes conexión',
  description: 'Esta sección no se guardó en este navegador.',
  lead: 'No hay conexión y lo que pides no se guardó en este navegador. Puedes leer lo que ya habías abierto; para ejecutar código hace falta el servidor.',
  kept: 'Guardado en este navegador',
  none: 'Todavía no hay nada guardado.',
}
