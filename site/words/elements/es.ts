/** What the elements of a lesson say in Spanish. */
import type { ElementWords } from './words.ts'

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const elements: ElementWords = {
  predict: {
    name: 'Predice',
    say: 'Esa es mi predicción',
    bytes: 'Bytes',
    frames: 'Frames',
    text: 'Texto',
    mark: 'Marcar en la vista previa',
    marking: 'Marcando: pulsa en la vista previa lo que va a cambiar, o elígelo aquí.',
    markHow: 'Marca lo que va a cambiar, en la vista previa o en la lista que se abre aquí.',
    marked: (count) =>
      count === 0 ? 'No hay nada marcado' : many(count, 'elemento marcado', 'elementos marcados'),
    noElements: {
      away: 'La vista previa no está en marcha y no hay nada que marcar. La lista aparece en cuanto arranque.',
      asked: 'Preguntando a la vista previa qué muestra…',
      silent:
        'La vista previa no responde y no hay nada que marcar. Recárgala: entonces aparece la lista.',
      empty: 'La vista previa no muestra nada que se pueda marcar. Mira en ella qué ha fallado.',
    },
    run: 'Ejecutar',
    said: 'Has dicho:',
    now: (press) => `Ahora pulsa ${press} en la vista previa.`,
    nowType: (text, into) => `Ahora escribe ${text} en ${into}.`,
    nowWait: (seconds) => `Ahora mira el cable durante ${many(seconds, 'segundo', 'segundos')}.`,
    press: 'Púlsalo',
    type: 'Escríbelo',
    watch: 'Mirar ahora',
    measuring: 'Midiendo…',
    mixed: 'Tu código nuevo se hizo cargo en ese momento, así que no se pudo medir nada. Otra vez:',
    toWorkspace: 'La vista previa aún no está en marcha: mírala',
    truth: {
      ops: 'Ha vuelto:',
      bytes: 'Ha vuelto:',
      up: 'Ha salido de la página:',
      frames: 'Han llegado:',
      elements: 'Ha cambiado:',
      text: 'La página dice:',
    },
    right: 'Como habías dicho.',
    other: 'No es lo que habías dicho.',
    otherCode: (answer) =>
      `El texto habla de un código distinto del que tienes ahora: con aquel, la respuesta es ${answer}.`,
    again: 'Medir otra vez',
    afresh: 'Predecir otra vez',
    nothing: 'nada',
    bytesOf: (count) => many(count, 'byte', 'bytes'),
    framesOf: (count) => many(count, 'frame', 'frames'),
    first: 'Antes, una predicción',
    passAnyway: 'Dejarlo pasar de todos modos',
    close: 'Cerrar',
    showAnswer: 'Ver la respuesta',
    hideAnswer: 'Ocultar la respuesta',
  },
  scrub: {
    latency: 'El viaje de ida y vuelta al servidor tarda',
    constant: (name, file) => `${name} en ${file}`,
    missing: (name, file) => `Ahora ${file} no tiene ninguna const ${name} con un número.`,
  },
  frame: {
    down: 'El último frame del servidor',
    up: 'El último mensaje de tu página',
    noDown: 'Haz algo en la vista previa: aquí se dibuja el frame que vuelve.',
    noUp: 'Haz algo en la vista previa: aquí se dibuja el mensaje que sale.',
  },
  steps: {
    next: (at, of) => `Ver el paso ${at} de ${of}`,
    all: 'Ver todos los pasos',
  },
}
