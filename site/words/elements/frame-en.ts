/** What the drawing of a frame says in English. */
import { type FrameWords, flagsIn, opIn } from './words.ts'

const OPS = {
  setText: 'sets a text',
  setAttr: 'sets an attribute',
  delAttr: 'removes an attribute',
  setProp: 'sets a property of an element',
  class: 'adds or removes a class',
  setHTML: 'parses markup and puts it in place',
  template: 'brings a template, once',
  insert: 'puts a new row in place',
  move: 'moves a row',
  remove: 'removes a row',
  order: 'puts the rows in order',
  event: 'calls an event of the page',
  run: 'sets several texts in a row',
  component: 'says which component is meant',
  mount: 'mounts a component',
  unmount: 'forgets a component',
  name: 'gives a name its number',
  drive: 'a write by the driver',
  read: 'asks the page for a value',
  signal: 'a message about the session',
}
const FLAGS = [
  'all texts are plain ASCII',
  'an event is answered',
  'a checksum stands at the end',
  'the page is told anew',
  'texts follow the changes',
]
const MESSAGES: Readonly<Record<string, string>> = {
  event: 'a visitor did something',
  ack: 'a frame has arrived',
  reply: 'the answer to a read',
  hello: 'a page joins its session',
  ping: 'is the connection alive?',
  part: 'a piece of a large message',
}
const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

export const frame: FrameWords = {
  bytes: 'Bytes',
  field: 'Field',
  means: 'In words',
  more: (count) => `… and ${many(count, 'field', 'fields')} more`,
  names: {
    flags: 'flags',
    frame: 'frame',
    acknowledges: 'answers',
    opsLength: 'bytes of changes',
    op: 'change',
    slot: 'place',
    name: 'name',
    length: 'length',
    on: 'on',
    number: 'number',
    list: 'list',
    template: 'template',
    before: 'before',
    count: 'count',
    stride: 'distance',
    step: 'step',
    times: 'times',
    kind: 'kind',
    id: 'number',
    text: 'text',
    hash: 'checksum',
    message: 'message',
    component: 'component',
    event: 'event',
    seq: 'number',
    index: 'piece',
    left: 'left',
    data: 'data',
    content: 'content',
  },
  meansOf(name, value) {
    switch (name) {
      case 'flags':
        return flagsIn(Number(value), FLAGS, 'nothing special')
      case 'frame':
        return `frame ${value} of this session`
      case 'acknowledges':
        return `event ${value} is done`
      case 'opsLength':
        return `${many(Number(value), 'byte', 'bytes')} of changes, then the texts`
      case 'op':
        return `${value}: ${opIn(OPS, value)}`
      case 'slot':
        return `the place with number ${value}`
      case 'length':
        return many(Number(value), 'character', 'characters')
      case 'text':
        return `“${value}”`
      case 'on':
        return value === 1 ? 'add it' : 'remove it'
      case 'before':
        return value === 0 ? 'at the end' : `before row ${value}`
      case 'message':
        return `${value}: ${opIn(MESSAGES, value)}`
      case 'component':
        return value === 0 ? 'the page itself' : `component ${value}`
      case 'seq':
        return `the visitor’s event number ${value}`
      case 'content':
        return many(Number(value), 'byte', 'bytes')
      default:
        return `${value}`
    }
  },
}
