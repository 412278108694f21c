/** Every attribute that the client knows, in English. */
import type { Section } from '../words.ts'

export const attributes: readonly Section[] = [
  {
    id: 'handlers',
    title: 'Handlers',
    text: 'An attribute `lv-` with the name of a DOM event runs a method on the server when that event happens: `lv-click=${this.add}` or `lv-click=${() => this.remove(row.id)}`. Any event works, also one of your own. The page knows only a number, so a visitor can call nothing that was not shown. The handler gets a `LiveEvent`. These names have something to say of their own:',
    names: [
      {
        name: 'lv-click',
        text: 'The element is clicked, or pressed by key. `x` and `y` are places within it, unless it is a button or a field.',
      },
      {
        name: 'lv-input',
        text: 'A field has another text, at each letter. `value` is the text, `checked` the state of a box.',
      },
      {
        name: 'lv-change',
        text: 'A field was changed and left, or a choice was made. On a `<form>` it hears all fields of the form, and `name` says which.',
      },
      {
        name: 'lv-submit',
        text: 'A form is sent; the page stays. `form` has the values by name. It takes along what was still held back by `lv-debounce`.',
      },
      {
        name: 'lv-keydown',
        text: 'A key goes down (`lv-keyup`: comes up). `key` and `code` name it, and `ctrl`, `alt`, `shift`, `meta` say what was held. `lv-key` beside it chooses the key.',
      },
      {
        name: 'lv-focus',
        text: 'The element gets the focus; with `lv-blur` it has lost it.',
      },
      {
        name: 'lv-pointerdown',
        text: 'Mouse, pen or finger goes down. `lv-pointermove`, `lv-pointerup` and the other pointer events work alike; `lv-touchstart` hears fingers alone.',
      },
      {
        name: 'lv-drop',
        text: 'Something that is `draggable="true"` is dropped here, by mouse, finger, pen or keys. The `dataset` of both elements comes along. `lv-dragstart`, `lv-dragenter`, `lv-dragover`, `lv-dragleave` and `lv-dragend` tell of the way.',
      },
      {
        name: 'lv-enter',
        text: 'The element has come into sight. At the end of a list it makes the list endless: it is told again if the page has become longer and it is still in sight.',
      },
      { name: 'lv-leave', text: 'The element has gone out of sight, after it was in sight.' },
    ],
  },
  {
    id: 'modifiers',
    title: 'Beside a handler',
    text: 'These change when the handlers of the same element hear something.',
    names: [
      {
        name: 'lv-key',
        text: 'Only this key: `lv-key="Enter"`. Names are those of `KeyboardEvent.key`.',
      },
      {
        name: 'lv-debounce',
        text: 'Waits until nothing has happened for so many milliseconds, and sends the newest event. A later event of another element takes along what is held back, so the order stays.',
      },
      {
        name: 'lv-throttle',
        text: 'Sends the first event at once, and then the newest one at most once in so many milliseconds. The last one of a series always arrives.',
      },
      {
        name: 'lv-prevent',
        text: 'Prevents what the browser would do by itself, such as following a link.',
      },
      { name: 'lv-once', text: 'The first time only, until the element is made anew.' },
      {
        name: 'lv-outside',
        text: 'Turns the handler round: it hears what happens outside of the element. Good for closing a menu.',
      },
      {
        name: 'lv-stop',
        text: 'Handlers and commands of elements around this one do not hear the event.',
      },
      {
        name: 'lv-busy',
        text: 'While its click or submit is on its way, a second one is ignored, and the pressed button shows this text: `lv-busy="Saving…"`. The focus stays, since nothing is `disabled`.',
      },
    ],
  },
  {
    id: 'commands',
    title: 'Without a trip',
    names: [
      {
        name: 'lv-do-click',
        text: "Commands that the page carries out at once, without the server: `lv-do-click=${[toggle('#menu'), focus('#search')]}`. `lv-do-` goes before any event, and a handler may stand beside it. The page about commands has all of them.",
      },
    ],
  },
  {
    id: 'links',
    title: 'Links and unsaved work',
    names: [
      {
        name: 'lv-link',
        text: 'On `<a href>`: goes there without loading the document anew. A link to the same path stays on the page, and `paramsChanged()` hears of it. What opens in another tab or downloads stays the browser’s.',
      },
      {
        name: 'lv-unsaved',
        text: 'While it is there, the visitor is asked before they leave: `<form lv-unsaved=${this.isDirty}>`. A text is the question; browsers ask in their own words when the tab is closed.',
      },
    ],
  },
  {
    id: 'scripts',
    title: 'Scripts of the page',
    text: 'What a library draws must not be drawn over, and it must learn when its element comes and goes.',
    names: [
      {
        name: 'lv-hook',
        text: 'Gives a script the life of the element: `lv-hook="chart"` calls `mounted`, `updated`, `destroyed`, `disconnected` and `reconnected` of `window.telar.hooks.chart`, each with the element and an `api` whose `push(name, detail)` runs `lv-name` and whose `on(name, fn)` hears `this.push(name, detail)`.',
      },
      {
        name: 'lv-ignore',
        text: 'Leaves what stands in the element to scripts: no patch, repaint or take-over touches it. Its own attributes follow the server. No value can stand inside; give it to the element, as `data-points=${…}`.',
      },
    ],
    code: {
      language: 'js',
      text: "window.telar = { hooks: { chart: {\n  mounted(element, api) {\n    element.chart = draw(element, element.dataset.points)\n    element.onclick = () => api.push('pick', { at: 3 }) // runs lv-pick, whose event.detail is { at: 3 }\n  },\n  updated(element) {\n    element.chart.show(element.dataset.points)\n  },\n  destroyed(element) {\n    element.chart.end()\n  },\n} } }",
    },
  },
  {
    id: 'regions',
    title: 'In the HTML of a layout',
    names: [
      {
        name: 'lv-region',
        text: 'Names an empty element of a layout’s HTML, in which a component of `components` is shown. See `Layout`.',
      },
    ],
  },
  {
    id: 'internal',
    title: 'Written by the engine',
    text: 'You may meet these in a page. They are for the client, and their form may change.',
    names: [
      { name: 'lv-s', text: 'Which slots are attributes of this element.' },
      { name: 'lv-t', text: 'Which slot is the whole content of this element.' },
      { name: 'lv-r', text: 'Which row of a list this element is.' },
      {
        name: 'lv-form',
        text: 'No attribute: the parameter of an address by which a form without script says which one it is.',
      },
      { name: 'lv-svg', text: 'On the wire: that a template is part of an image.' },
      {
        name: 'lv-address',
        text: 'On a mark of the client, which tells the server of Back and Forward.',
      },
    ],
  },
]
