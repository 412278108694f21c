/** What style sheets can ask for, in English. */
import type { Section } from '../words.ts'

export const css: readonly Section[] = [
  {
    id: 'events',
    title: 'While an event is on its way',
    names: [
      {
        name: '[lv-pending]',
        text: 'The element of a handler, and the form that it belongs to, from the event until its answer is shown, over lost connections too.',
      },
      {
        name: '[aria-busy=true]',
        text: 'The element with `lv-busy`, or its form, while it is locked. Its buttons have `aria-disabled="true"` and are not `disabled`, so the focus stays.',
      },
    ],
    code: {
      language: 'css',
      text: 'button[lv-pending] { opacity: .6; transition: opacity 0s .2s } /* not before 200 ms */\nform[lv-pending] .spinner { animation: appear 0s .2s both }\n@keyframes appear { from { visibility: hidden } }',
    },
  },
  {
    id: 'connection',
    title: 'The connection',
    names: [
      {
        name: ':root[data-telar]',
        text: 'How the page is: `connecting`, `connected`, `disconnected`, `waiting` (the store refuses for the moment), `failing` (the page does not run on the server), `refused` (the page is no longer live).',
      },
      {
        name: '.telar-status',
        text: 'The line at the lower edge that tells the visitor of a lost connection or of input that came to nothing. It is empty, and takes no room, as long as there is nothing to say.',
      },
    ],
    code: {
      language: 'css',
      text: ':root[data-telar=disconnected] .save { opacity: .5 }\n.telar-status { background: #7f4f00 !important }',
    },
  },
  {
    id: 'flashes',
    title: 'Flashes',
    text: 'What `this.flash(kind, text)` tells stands in a polite region over the page. To show it yourself, listen for `telar:flash` and call `event.preventDefault()`; `event.detail` is `{ kind, text }`.',
    names: [
      { name: '.telar-flashes', text: 'The region.' },
      { name: '.telar-flash', text: 'One flash, with its text and a button that puts it away.' },
      {
        name: '.telar-flash[data-kind=error]',
        text: 'One of that kind: whatever you gave as `kind`.',
      },
    ],
  },
  {
    id: 'forms',
    title: 'Forms',
    names: [
      {
        name: '.lv-error',
        text: 'The element that `form.error(name)` makes. It is there before it has a text, so that screen readers announce it: `.lv-error:empty { display: none }` would break that.',
      },
      { name: '[aria-invalid=true]', text: 'A field of a `form()` whose message is shown.' },
    ],
  },
  {
    id: 'dragging',
    title: 'Dragging',
    text: 'Any rule of yours wins over the client’s own look.',
    names: [
      { name: '[lv-dragged]', text: 'What is being dragged.' },
      { name: '[lv-over]', text: 'The place that would take it now.' },
    ],
  },
]
