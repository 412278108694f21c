/** What a visitor does, and which events the server hears of it, in order: held against the shipped client and the testing kit. */
import type { EventData } from '../../engine/protocol/ops.ts'

/** What happens at an element, and how a browser's event for it is made. */
export interface Fired {
  type: string
  bubbles?: boolean
  key?: string
  code?: string
  ctrl?: boolean
  shift?: boolean
  /** From the element's own corner. */
  x?: number
  y?: number
  detail?: EventData['detail']
}

export type Step =
  | { fire: Fired; at: string }
  | { click: string; ctrl?: boolean }
  | { fill: string; text: string }
  | { press: string; key: string }
  | { submit: string }
  | { leave: string }
  | { wait: number }
  /** All that the server has heard so far: slot, event, and what it carried. */
  | { sent: readonly string[] }

interface EventCase {
  title: string
  /** Handlers are numbered; they stand in component 0. */
  markup: string
  steps: readonly Step[]
}

const at = (id: string, type: string, more: Partial<Fired> = {}): Step => ({
  fire: { type, ...more },
  at: `#${id}`,
})

const ABC = `
  <i id="a" lv-debounce="60" lv-pick="2"></i>
  <i id="b" lv-debounce="300" lv-pick="3"></i>
  <i id="c" lv-pick="4"></i>
  <i id="t" lv-throttle="50" lv-pick="5"></i>`

export const ORDER: readonly EventCase[] = [
  {
    title: 'lv-debounce: what is quiet first does not take along what came later',
    markup: ABC,
    steps: [
      at('a', 'pick'),
      at('b', 'pick'),
      { wait: 60 },
      { sent: ['2 pick'] },
      { wait: 240 },
      { sent: ['2 pick', '3 pick'] },
    ],
  },
  {
    title: 'lv-debounce: what is quiet sooner takes along what came before it',
    markup: ABC,
    steps: [at('b', 'pick'), at('a', 'pick'), { wait: 60 }, { sent: ['3 pick', '2 pick'] }],
  },
  {
    title: 'lv-debounce: what is said again comes after what was said in between',
    markup: ABC,
    steps: [
      at('a', 'pick', { detail: 1 }),
      at('b', 'pick'),
      at('a', 'pick', { detail: 2 }),
      at('c', 'pick'),
      { sent: ['3 pick', '2 pick {"detail":2}', '4 pick'] },
      { wait: 400 },
      { sent: ['3 pick', '2 pick {"detail":2}', '4 pick'] },
    ],
  },
  {
    title: 'lv-debounce: each one starts the quiet anew',
    markup: ABC,
    steps: [
      at('a', 'pick', { detail: 1 }),
      { wait: 59 },
      at('a', 'pick', { detail: 2 }),
      { wait: 59 },
      { sent: [] },
      { wait: 1 },
      { sent: ['2 pick {"detail":2}'] },
    ],
  },
  {
    title: 'lv-debounce: a field that is left lets go of what it holds back',
    markup: '<input id="f" lv-debounce="300" lv-input="2"><input id="g">',
    steps: [
      { fill: '#f', text: 'Ada' },
      { sent: [] },
      { leave: '#f' },
      { sent: ['2 input {"value":"Ada"}'] },
    ],
  },
  {
    title: 'lv-debounce: a submit is never held, and what was typed is heard before it',
    markup:
      '<form id="f" lv-debounce="300" lv-input="2" lv-submit="3"><input name="n"><button>ok</button></form>',
    steps: [
      { fill: 'input', text: 'Ada' },
      { submit: '#f' },
      {
        sent: [
          '2 input {"value":"Ada","name":"n","form":{"n":"Ada"}}',
          '3 submit {"form":{"n":"Ada"}}',
        ],
      },
      { wait: 300 },
      {
        sent: [
          '2 input {"value":"Ada","name":"n","form":{"n":"Ada"}}',
          '3 submit {"form":{"n":"Ada"}}',
        ],
      },
    ],
  },
  {
    title: 'lv-throttle: the first at once, the last at the end, and no more often from then on',
    markup: ABC,
    steps: [
      at('t', 'pick', { detail: 1 }),
      { sent: ['5 pick {"detail":1}'] },
      at('t', 'pick', { detail: 2 }),
      { wait: 20 },
      at('t', 'pick', { detail: 3 }),
      { sent: ['5 pick {"detail":1}'] },
      { wait: 30 },
      { sent: ['5 pick {"detail":1}', '5 pick {"detail":3}'] },
      at('t', 'pick', { detail: 4 }),
      { wait: 49 },
      { sent: ['5 pick {"detail":1}', '5 pick {"detail":3}'] },
      { wait: 1 },
      { sent: ['5 pick {"detail":1}', '5 pick {"detail":3}', '5 pick {"detail":4}'] },
    ],
  },
  {
    title: 'lv-throttle: what is held back keeps its place among the debounced',
    markup: ABC,
    steps: [
      at('t', 'pick'),
      at('t', 'pick'),
      at('a', 'pick'),
      at('t', 'pick', { detail: 9 }),
      { sent: ['5 pick'] },
      { wait: 50 },
      { sent: ['5 pick', '2 pick', '5 pick {"detail":9}'] },
    ],
  },
  {
    title: 'lv-throttle: what another event took along counts as the last one',
    markup: ABC,
    steps: [
      at('t', 'pick', { detail: 1 }),
      at('t', 'pick', { detail: 2 }),
      { wait: 40 },
      at('c', 'pick'),
      at('t', 'pick', { detail: 3 }),
      { wait: 49 },
      { sent: ['5 pick {"detail":1}', '5 pick {"detail":2}', '4 pick'] },
      { wait: 1 },
      { sent: ['5 pick {"detail":1}', '5 pick {"detail":2}', '4 pick', '5 pick {"detail":3}'] },
    ],
  },
  {
    title: 'lv-throttle: the same element’s other events have a pace of their own',
    markup: '<i id="t" lv-throttle="50" lv-pick="2" lv-drop-in="3"></i>',
    steps: [at('t', 'pick'), at('t', 'drop-in'), { sent: ['2 pick', '3 drop-in'] }],
  },
]

export const MODIFIERS: readonly EventCase[] = [
  {
    title: 'lv-key: only the keys that it names, by key or by code',
    markup: '<i id="k" lv-keydown="2" lv-key="Enter KeyQ"></i>',
    steps: [
      at('k', 'keydown', { key: 'a', code: 'KeyA' }),
      at('k', 'keydown', { key: 'Enter', code: 'NumpadEnter', shift: true }),
      at('k', 'keydown', { key: 'й', code: 'KeyQ' }),
      {
        sent: [
          '2 keydown {"key":"Enter","code":"NumpadEnter","shift":true}',
          '2 keydown {"key":"й","code":"KeyQ"}',
        ],
      },
    ],
  },
  {
    title: 'lv-key: what is no key is not filtered',
    markup: '<i id="k" lv-pick="2" lv-key="Enter"></i>',
    steps: [at('k', 'pick'), { sent: ['2 pick'] }],
  },
  {
    title: 'lv-once: the first of each kind only',
    markup: '<i id="o" lv-once lv-pick="2" lv-other="3"></i>',
    steps: [
      at('o', 'pick'),
      at('o', 'pick'),
      at('o', 'other'),
      at('o', 'other'),
      { sent: ['2 pick', '3 other'] },
    ],
  },
  {
    title: 'lv-outside: what happens anywhere else, before what is met on the way',
    markup:
      '<div id="in" lv-outside lv-pick="2"><i id="deep"></i></div><p id="out" lv-pick="3"></p>',
    steps: [
      at('in', 'pick'),
      at('deep', 'pick'),
      at('out', 'pick'),
      { sent: ['2 pick', '3 pick'] },
    ],
  },
  {
    title:
      'lv-stop: ends the way up, also after lv-once is used up, but not when it was filtered out',
    markup: `<div lv-pick="2" lv-keydown="3">
      <i id="a" lv-pick="4" lv-stop lv-once></i><i id="b" lv-keydown="5" lv-key="Enter" lv-stop></i></div>`,
    steps: [
      at('a', 'pick'),
      at('a', 'pick'),
      at('b', 'keydown', { key: 'x', code: 'KeyX' }),
      at('b', 'keydown', { key: 'Enter', code: 'Enter' }),
      {
        sent: [
          '4 pick',
          '3 keydown {"key":"x","code":"KeyX"}',
          '5 keydown {"key":"Enter","code":"Enter"}',
        ],
      },
    ],
  },
  {
    title: 'from the inside out, and what does not bubble is heard where it happens alone',
    markup: '<div lv-pick="2"><p lv-pick="3"><i id="i" lv-pick="4"></i></p></div>',
    steps: [
      at('i', 'pick'),
      at('i', 'pick', { bubbles: false }),
      { sent: ['4 pick', '3 pick', '2 pick', '4 pick'] },
    ],
  },
  {
    title: 'a link with Ctrl is the visitor’s, a link without is the handler’s',
    markup: '<a id="l" href="#else" lv-click="2">go</a>',
    steps: [{ click: '#l', ctrl: true }, { click: '#l' }, { sent: ['2 click'] }],
  },
]

export const PAYLOADS: readonly EventCase[] = [
  {
    title: 'value and checked of the field, wherever around it the handler stands',
    markup:
      '<div lv-input="2" lv-change="3"><input id="f"></div><input id="c" type="checkbox" lv-change="4">',
    steps: [
      { fill: '#f', text: 'x' },
      { fill: '#f', text: '' },
      { click: '#c' },
      {
        sent: [
          '2 input {"value":"x"}',
          '3 change {"value":"x"}',
          '2 input {"value":""}',
          '3 change {"value":""}',
          '4 change {"value":"on","checked":true}',
        ],
      },
    ],
  },
  {
    title: 'the name of the field, where the handler is on an element around it',
    markup: '<form lv-change="2"><input name="city" lv-input="3"></form>',
    steps: [
      { fill: '[name=city]', text: 'x' },
      {
        sent: ['3 input {"value":"x"}', '2 change {"value":"x","name":"city","form":{"city":"x"}}'],
      },
    ],
  },
  {
    title: 'a button’s value when it has one',
    markup:
      '<button id="a" lv-click="2">a</button><button id="b" value="7" lv-click="3">b</button>',
    steps: [{ click: '#a' }, { click: '#b' }, { sent: ['2 click', '3 click {"value":"7"}'] }],
  },
  {
    title: 'data- attributes of the element with the handler, by their names in script',
    markup: '<p lv-pick="2" data-card-id="7" data-x=""><i id="i" data-other="1"></i></p>',
    steps: [at('i', 'pick'), { sent: ['2 pick {"dataset":{"cardId":"7","x":""}}'] }],
  },
  {
    title: 'the detail of an event of the page’s own: nothing, 0, false and objects alike',
    markup: '<i id="i" lv-pick="2"></i>',
    steps: [
      at('i', 'pick'),
      at('i', 'pick', { detail: 0 }),
      at('i', 'pick', { detail: false }),
      at('i', 'pick', { detail: { to: [1, 'a'] } }),
      {
        sent: [
          '2 pick',
          '2 pick {"detail":0}',
          '2 pick {"detail":false}',
          '2 pick {"detail":{"to":[1,"a"]}}',
        ],
      },
    ],
  },
  {
    title: 'where the mouse or a finger is, in the element with the handler, but not on controls',
    markup: `<div id="pad" style="width:90px;height:90px" lv-mousedown="2" lv-pointermove="3" lv-touchstart="4" lv-touchend="5"></div>
      <button id="b" lv-mousedown="6">b</button>`,
    steps: [
      at('pad', 'mousedown', { x: 3, y: 4 }),
      at('pad', 'pointermove', { x: 5, y: 6 }),
      at('pad', 'touchstart', { x: 7, y: 8 }),
      at('pad', 'touchend', { x: 9, y: 10 }),
      at('b', 'mousedown', { x: 1, y: 1 }),
      {
        sent: [
          '2 mousedown {"x":3,"y":4}',
          '3 pointermove {"x":5,"y":6}',
          '4 touchstart {"x":7,"y":8}',
          '5 touchend {"x":9,"y":10}',
          '6 mousedown',
        ],
      },
    ],
  },
  {
    title:
      'a form by names: the button that sent it, several of one name, what is not ticked left out',
    markup: `<form id="f" lv-submit="2"><input name="t" value="1"><input name="t" value="2"><input name="__proto__" value="p">
      <input type="checkbox" name="no"><input name="off" disabled value="x"><select name="s"><option>a</option><option selected>b</option></select>
      <textarea name="long">l</textarea><button name="other" value="o">o</button><button id="go" name="do" value="save">s</button></form>`,
    steps: [
      { click: '#go' },
      {
        sent: ['2 submit {"form":{"t":["1","2"],"__proto__":"p","s":"b","long":"l","do":"save"}}'],
      },
    ],
  },
  {
    title: 'a key that is pressed: key and code, and the field that it was pressed in',
    markup: '<input id="f" lv-keydown="2">',
    steps: [
      { press: '#f', key: 'a' },
      { sent: ['2 keydown {"value":"","key":"a","code":"KeyA"}'] },
    ],
  },
]

const BOARD = `
  <div id="todo" lv-dragenter="2" lv-dragleave="3" lv-drop="4">
    <i id="card" draggable="true" tabindex="0" lv-dragstart="5" lv-dragend="6">card</i></div>
  <div id="doing" lv-dragenter="7" lv-dragleave="8" lv-drop="9">doing</div>
  <div id="done" lv-dragenter="10" lv-dragleave="11" lv-drop="12">done</div>`

const press = (...keys: string[]): Step[] => keys.map((key) => ({ press: '#card', key }))

/** Without what the events carry: a page without a browser has no places. */
export const DRAGS: readonly EventCase[] = [
  {
    title: 'a drag by keys: what lies where, arrows there and back, dropped by Space',
    markup: BOARD,
    steps: [
      ...press(' ', 'ArrowRight', 'ArrowDown', 'ArrowUp', ' '),
      {
        sent: [
          '5 dragstart',
          '2 dragenter',
          '7 dragenter',
          '3 dragleave',
          '10 dragenter',
          '8 dragleave',
          '7 dragenter',
          '11 dragleave',
          '9 drop',
          '6 dragend',
        ],
      },
    ],
  },
  {
    title: 'a drag by keys: Enter picks up and drops, places go round, Escape puts back',
    markup: BOARD,
    steps: [
      ...press('Enter', 'ArrowLeft', 'Enter', 'Enter', 'Escape', 'ArrowRight'),
      {
        sent: [
          '5 dragstart',
          '2 dragenter',
          '10 dragenter',
          '3 dragleave',
          '12 drop',
          '6 dragend',
          '5 dragstart',
          '2 dragenter',
          '3 dragleave',
          '6 dragend',
        ],
      },
    ],
  },
  {
    title:
      'a drag by keys: a button keeps its own keys, and where nothing drops nothing is dropped',
    markup: `<button id="card" draggable="true" lv-dragstart="2" lv-click="3">b</button>
      <i id="i" draggable="true" tabindex="0" lv-dragstart="4" lv-dragend="5">i</i>`,
    steps: [
      ...press('Enter'),
      { press: '#i', key: ' ' },
      { press: '#i', key: 'ArrowRight' },
      { press: '#i', key: ' ' },
      { press: '#i', key: 'Escape' },
      { sent: ['3 click', '4 dragstart', '5 dragend'] },
    ],
  },
]

/** One event as a row of the table has it. */
export function lineOf(slot: number, event: string, data: EventData): string {
  const { type: _, ...rest } = data
  return [slot, event, ...(Object.keys(rest).length > 0 ? [JSON.stringify(rest)] : [])].join(' ')
}
