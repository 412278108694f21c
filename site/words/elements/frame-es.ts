/** What the drawing of a frame says in Spanish. */
import { type FrameWords, flagsIn, opIn } from './words.ts'

const OPS = {
  setText: 'escribe un texto',
  setAttr: 'pone un atributo',
  delAttr: 'quita un atributo',
  setProp: 'cambia una propiedad de un elemento',
  class: 'pone o quita una clase',
  setHTML: 'lee un trozo de HTML y lo coloca',
  template: 'trae una plantilla, una sola vez',
  insert: 'coloca una fila nueva',
  move: 'mueve una fila',
  remove: 'quita una fila',
  order: 'ordena las filas',
  event: 'lanza un evento en la página',
  run: 'escribe varios textos seguidos',
  component: 'dice de qué componente se habla',
  mount: 'monta un componente',
  unmount: 'olvida un componente',
  name: 'da un número a un nombre',
  drive: 'una escritura del driver',
  read: 'pide un valor a la página',
  signal: 'un mensaje sobre la sesión',
}
const FLAGS = [
  'todos los textos son ASCII',
  'responde a un evento',
  'al final hay una suma de control',
  'la página se cuenta entera otra vez',
  'los textos van detrás de los cambios',
]
const MESSAGES: Readonly<Record<string, string>> = {
  event: 'un visitante ha hecho algo',
  ack: 'ha llegado un frame',
  reply: 'la respuesta a una lectura',
  hello: 'una página se une a su sesión',
  ping: '¿sigue viva la conexión?',
  part: 'un trozo de un mensaje grande',
}
const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const frame: FrameWords = {
  bytes: 'Bytes',
  field: 'Campo',
  means: 'En palabras',
  more: (count) => `… y ${many(count, 'campo', 'campos')} más`,
  names: {
    flags: 'indicadores',
    frame: 'frame',
    acknowledges: 'responde',
    opsLength: 'bytes de cambios',
    op: 'cambio',
    slot: 'sitio',
    name: 'nombre',
    length: 'longitud',
    on: 'activo',
    number: 'número',
    list: 'lista',
    template: 'plantilla',
    before: 'delante de',
    count: 'cantidad',
    stride: 'distancia',
    step: 'paso',
    times: 'veces',
    kind: 'clase',
    id: 'número',
    text: 'texto',
    hash: 'suma de control',
    message: 'mensaje',
    component: 'componente',
    event: 'evento',
    seq: 'número',
    index: 'trozo',
    left: 'quedan',
    data: 'datos',
    content: 'contenido',
  },
  meansOf(name, value) {
    switch (name) {
      case 'flags':
        return flagsIn(Number(value), FLAGS, 'nada especial')
      case 'frame':
        return `el frame ${value} de esta sesión`
      case 'acknowledges':
        return `el evento ${value} está hecho`
      case 'opsLength':
        return `${many(Number(value), 'byte', 'bytes')} de cambios; después, los textos`
      case 'op':
        return `${value}: ${opIn(OPS, value)}`
      case 'slot':
        return `el sitio número ${value}`
      case 'length':
        return many(Number(value), 'carácter', 'caracteres')
      case 'text':
        return `«${value}»`
      case 'on':
        return value === 1 ? 'ponerla' : 'quitarla'
      case 'before':
        return value === 0 ? 'al final' : `delante de la fila ${value}`
      case 'message':
        return `${value}: ${opIn(MESSAGES, value)}`
      case 'component':
        return value === 0 ? 'la página misma' : `el componente ${value}`
      case 'seq':
        return `el evento número ${value} del visitante`
      case 'content':
        return many(Number(value), 'byte', 'bytes')
      default:
        return `${value}`
    }
  },
}
