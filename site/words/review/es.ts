/** What the review page says in Spanish. */
import type { ReviewWords } from './words.ts'

const day = new Intl.DateTimeFormat('es', { weekday: 'long', day: 'numeric', month: 'long' })

export const es: ReviewWords = {
  title: 'Repaso',
  description: 'Preguntas sobre las lecciones que has superado: respondes y después se ejecutan.',
  lead: 'De cada lección superada vuelven dos preguntas a los 1, 3, 8 y 20 días. Respondes, y después el código se ejecuta y dice la verdad. Nada depende de ello.',
  loading: 'Buscando tus tarjetas…',
  next: (at, count) =>
    `Ahora no toca nada. ${count === 1 ? 'La próxima tarjeta llega' : `Las próximas ${count} tarjetas llegan`} el ${day.format(at)}.`,
  none: 'Todavía no hay tarjetas. Cada lección que superas trae dos.',
  toLessons: 'Ir a las lecciones',
  left: (count) => (count === 1 ? 'La última tarjeta de hoy' : `${count} tarjetas para hoy`),
  code: 'El código',
  answer: 'Tu respuesta, un número o una palabra',
  run: 'Ejecutar',
  running: 'Se ejecuta en el motor real…',
  inLine: (position) =>
    `Todos los contenedores están ocupados. Tu lugar en la cola es el ${position}.`,
  right: (truth) => `Correcto: es ${truth}.`,
  wrong: (truth, answer) => `Es ${truth}. Tú dijiste ${answer}.`,
  comesBack: (days) =>
    days === 1 ? 'Esta tarjeta vuelve mañana.' : `Esta tarjeta vuelve dentro de ${days} días.`,
  learned: 'Has acertado esta tarjeta cuatro veces seguidas. Ya no vuelve.',
  again: 'Intentarlo otra vez',
  nextCard: 'Siguiente tarjeta',
  failed: (why) => `La pregunta no se ejecutó y no se cuenta nada. ${why}`,
  done: 'Esa era la última tarjeta de hoy.',
}
