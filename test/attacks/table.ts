/** Forged messages by kind: what is sent, and the code of the answer. */
import type { Attacker, Encoding, EventFields } from './attacker.ts'
import { bytes } from './attacker.ts'

interface Forgery {
  kind: string
  title: string
  code: string
  /** Both encodings unless one is named. */
  only?: Encoding
  attack(by: Attacker): void | Promise<void>
}

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const long = 'x'.repeat(70_000)
const head = '"type":"event","component":0,"event":"click","seq":1,"frame":0'

/** Events with one wrong field. */
const events = (
  kind: string,
  code: string,
  rows: readonly [title: string, fields: EventFields | ((by: Attacker) => EventFields)][],
  only?: Encoding,
): Forgery[] =>
  rows.map(([title, fields]) => ({
    kind,
    title,
    code,
    only,
    attack: (by) => by.event(typeof fields === 'function' ? fields(by) : fields),
  }))

const texts = (
  kind: string,
  code: string,
  rows: readonly [title: string, text: string][],
): Forgery[] =>
  rows.map(([title, text]) => ({ kind, title, code, only: 'json', attack: (by) => by.raw(text) }))

const binaries = (
  kind: string,
  code: string,
  rows: readonly [title: string, message: Uint8Array][],
): Forgery[] =>
  rows.map(([title, message]) => ({
    kind,
    title,
    code,
    only: 'binary',
    attack: (by) => by.raw(message),
  }))

export const FORGERIES: readonly Forgery[] = [
  ...events('a handler never shown', 'event-forged', [
    ['a slot far beyond', { slot: 9_999 }],
    ['the slot right behind the last one', { slot: 10 }],
    ['the largest slot that a number can name', { slot: 2 ** 28 - 1 }],
    ['a slot that holds text', (by) => ({ slot: by.slot('click') + 1 })],
    ['a slot that holds an attribute', (by) => ({ slot: by.slot('click', 1) - 1 })],
  ]),
  ...events('another event than the handler’s', 'event-forged', [
    ['input on a click', { event: 'input' }],
    ['click on an input', (by) => ({ slot: by.slot('input') })],
    ['submit on a click', { event: 'submit' }],
    ['a custom event on a click', { event: 'ping' }],
    ['the same letters, larger', { event: 'CLICK' }],
    ['the payload says another type', { event: 'change', data: { type: 'click' } }],
  ]),
  ...events('a method’s name', 'event-forged', [
    ['a method that is shown', { event: 'add' }],
    ['a method that is never shown', { event: 'steal' }],
    ['the view', { event: 'getTemplate' }],
    ['the life', { event: 'unmounted' }],
    ['the engine’s own', { event: 'commit' }],
  ]),
  ...events('a prototype’s key', 'event-forged', [
    ['constructor', { event: 'constructor' }],
    ['toString', { event: 'toString' }],
    ['hasOwnProperty', { event: 'hasOwnProperty' }],
    ['valueOf', { event: 'valueOf' }],
  ]),
  ...events('a prototype’s key', 'frame-malformed', [
    ['__proto__ as event', { event: '__proto__' }],
    ['__defineGetter__ as event', { event: '__defineGetter__' }],
    ['an object in a form under constructor', { data: { form: { constructor: {} } } }],
    ['a list in a dataset under toString', { data: { dataset: { toString: ['x'] } } }],
  ]),
  ...texts('a prototype’s key', 'frame-malformed', [
    [
      '__proto__ as a form’s field with an object',
      `{${head},"slot":2,"data":{"form":{"__proto__":{"isOpen":true}}}}`,
    ],
  ]),
  ...events('another component', 'event-forged', [
    ['one that was never mounted', { component: 1 }],
    ['one far beyond', { component: 2 ** 28 - 1 }],
  ]),
  ...events('a frame to come', 'event-forged', [
    ['the next but one', { frame: 40 }],
    ['the largest', { frame: 2 ** 28 - 1 }],
  ]),
  ...events('a gap', 'gap', [
    ['one event left out', { seq: 2 }],
    ['a thousand left out', { seq: 1_001 }],
    ['the largest number', { seq: 2 ** 28 - 1 }],
  ]),
  ...events(
    'a wrong type',
    'frame-malformed',
    [
      ['a slot as text', { slot: '2' }],
      ['a slot as a list', { slot: [2] }],
      ['a slot as an object', { slot: { valueOf: 2 } }],
      ['no slot', { slot: null }],
      ['a component as text', { component: 'Vault' }],
      ['a component as true', { component: true }],
      ['a sequence number as text', { seq: '1' }],
      ['a frame as a list', { frame: [] }],
      ['an event as a number', { event: 1 }],
      ['an event as an object', { event: {} }],
      ['no event', { event: null }],
    ],
    'json',
  ),
  ...events('a wrong payload', 'frame-malformed', [
    ['a list', { data: [] }],
    ['a text', { data: 'x' }],
    ['a value that is a number', { data: { value: 1 } }],
    ['a value that is an object', { data: { value: {} } }],
    ['checked as text', { data: { checked: 'true' } }],
    ['a key that is a list', { data: { key: ['Enter'] } }],
    ['x as text', { data: { x: '1' } }],
    ['a form that is a list', { data: { form: [] } }],
    ['a form of numbers', { data: { form: { a: 1 } } }],
    ['a form of lists of numbers', { data: { form: { a: [1] } } }],
    ['a dataset of lists', { data: { dataset: { a: ['b'] } } }],
    ['repeat as a number', { data: { repeat: 1 } }],
  ]),
  ...events(
    'a negative number',
    'frame-malformed',
    [
      ['slot −1', { slot: -1 }],
      ['component −1', { component: -1 }],
      ['sequence −1', { seq: -1 }],
      ['frame −1', { frame: -1 }],
      ['slot −2^31', { slot: -(2 ** 31) }],
    ],
    'json',
  ),
  ...events('a number too large', 'frame-malformed', [
    ['slot 2^28', { slot: 2 ** 28 }],
    ['slot 2^31', { slot: 2 ** 31 }],
    ['slot 2^32 + 2, which would be 2 in 32 bits', { slot: 2 ** 32 + 2 }],
    ['component 2^28', { component: 2 ** 28 }],
    ['sequence 2^32 + 1', { seq: 2 ** 32 + 1 }],
    ['frame 2^53', { frame: 2 ** 53 }],
  ]),
  ...texts('a number that is none', 'frame-malformed', [
    ['slot 1e999', `{${head},"slot":1e999,"data":{}}`],
    ['slot 2.5', `{${head},"slot":2.5,"data":{}}`],
    ['x 1e999', `{${head},"slot":2,"data":{"x":1e999}}`],
    ['slot NaN', `{${head},"slot":NaN,"data":{}}`],
  ]),
  ...texts('a bad name', 'frame-malformed', [
    ['a path', `{${head.replace('click', '../../etc')},"slot":2}`],
    ['markup', `{${head.replace('click', '<img src=x>')},"slot":2}`],
    ['nothing', `{${head.replace('click', '')},"slot":2}`],
    ['a very long one', `{${head.replace('click', 'c'.repeat(65))},"slot":2}`],
    ['with a line break', `{${head.replace('click', 'click\\n')},"slot":2}`],
  ]),
  ...texts('not a message', 'frame-malformed', [
    ['half of one', '{"type":"event"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['nothing', ''],
    ['script', '<script>alert(1)</script>'],
  ]),
  ...texts('an unknown type', 'frame-unknown', [
    ['a command', '{"type":"eval","code":"process.exit()"}'],
    ['a prototype’s key', '{"type":"constructor"}'],
    ['what only servers send', '{"type":"update","operations":[]}'],
    ['none', '{}'],
  ]),
  ...binaries('an unknown type', 'frame-unknown', [
    ['kind 0', bytes(0, [])],
    ['kind 7', bytes(7, [])],
    ['kind 255', bytes(255, [])],
  ]),
  ...texts('too deep', 'frame-malformed', [
    ['a slot of 30,000 lists', `{${head},"slot":${deep(30_000)}}`],
    ['a payload of 30,000 lists', `{${head},"slot":2,"data":${deep(30_000)}}`],
    ['a value of 30,000 lists', `{${head},"slot":2,"data":{"value":${deep(30_000)}}}`],
    ['a form field of 30,000 lists', `{${head},"slot":2,"data":{"form":{"a":${deep(30_000)}}}}`],
    ['the whole message of 30,000 lists', deep(30_000)],
  ]),
  ...texts('too deep', 'frame-unknown', [['a type of 30,000 lists', `{"type":${deep(30_000)}}`]]),
  ...binaries('too deep', 'frame-malformed', [
    ['a payload of 30,000 lists', bytes(1, [0, 2, 1, 1, 0], deep(30_000))],
    ['a value of 30,000 lists', bytes(1, [0, 2, 1, 1, 0], `{"value":${deep(30_000)}}`)],
  ]),
  ...binaries('damaged UTF-8', 'frame-malformed', [
    ['a lone continuation', Uint8Array.of(1, 0, 2, 1, 1, 0, 0x22, 0x80, 0x22)],
    ['a cut sequence', Uint8Array.of(1, 0, 2, 1, 1, 0, 0x22, 0xe2, 0x82, 0x22)],
    ['an overlong slash', Uint8Array.of(1, 0, 2, 1, 1, 0, 0x22, 0xc0, 0xaf, 0x22)],
    ['a surrogate', Uint8Array.of(1, 0, 2, 1, 1, 0, 0x22, 0xed, 0xa0, 0x80, 0x22)],
  ]),
  ...binaries('a number without end', 'frame-malformed', [
    ['five bytes', Uint8Array.of(1, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 0, 0)],
    ['a hundred bytes', Uint8Array.from([1, ...Array<number>(100).fill(0xff)])],
    ['sixty thousand bytes', Uint8Array.from([1, ...Array<number>(60_000).fill(0x80)])],
    ['an acknowledgement of five bytes', Uint8Array.of(2, 0xff, 0xff, 0xff, 0xff, 0x01)],
  ]),
  ...binaries('cut off', 'frame-truncated', [
    ['no byte at all', new Uint8Array()],
    ['behind the kind', Uint8Array.of(1)],
    ['inside a number', Uint8Array.of(1, 0, 0x80)],
    ['before the frame', Uint8Array.of(1, 0, 2, 1, 1)],
    ['an acknowledgement of nothing', Uint8Array.of(2)],
  ]),
  ...binaries('not JSON', 'frame-malformed', [
    ['half an object', bytes(1, [0, 2, 1, 1, 0], '{')],
    ['code', bytes(1, [0, 2, 1, 1, 0], 'process.exit()')],
    ['a reply of nothing', bytes(3, [1])],
  ]),
  {
    kind: 'oversized',
    title: 'a message of 70,000 bytes',
    code: 'frame-too-large',
    attack: (by) => by.event({ data: { value: long } }),
  },
  {
    kind: 'oversized',
    title: 'an acknowledgement with a tail of 70,000 bytes',
    code: 'frame-too-large',
    only: 'binary',
    attack: (by) => by.raw(bytes(2, [0], long)),
  },
  {
    kind: 'the other encoding',
    title: 'bytes where text is spoken',
    code: 'frame-malformed',
    only: 'json',
    attack: (by) => by.raw(bytes(5, [])),
  },
  {
    kind: 'the other encoding',
    title: 'text where bytes are spoken',
    code: 'frame-malformed',
    only: 'binary',
    attack: (by) => by.raw('{"type":"ping"}'),
  },
]
