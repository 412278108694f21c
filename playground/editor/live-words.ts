/** The engine's own attributes in markup, with their explanations. */

/** One attribute of a template, as completion and hover explain it. */
export interface LiveWord {
  readonly name: string
  readonly kind: 'event' | 'modifier'
  /** One sentence. */
  readonly gist: string
  /** Markdown. */
  readonly docs: string
  /** The value to insert in quotes; undefined for an attribute without a value. */
  readonly value?: string
}

const HANDLER =
  'The closure stays in the server: the page knows a number, and can call only what it was shown.'

const event = (name: string, gist: string, fields: string, example: string): LiveWord => ({
  name: `lv-${name}`,
  kind: 'event',
  gist,
  docs: `${gist}\n\n${fields}\n\n\`\`\`typescript\n${example}\n\`\`\`\n\n${HANDLER}`,
})

const EVENTS: readonly LiveWord[] = [
  event(
    'click',
    'Runs a handler in the server when the element is clicked.',
    'The event carries the element’s `dataset`, and `x`, `y` within it unless it is a button or a field.',
    'html`<button lv-click=${this.add}>Add</button>`',
  ),
  event(
    'input',
    'Runs a handler at every letter that is typed into a field.',
    'The event carries `value`, and `checked` for boxes. Text typed meanwhile stays as typed.',
    'html`<input value=${this.name} lv-input=${(e) => { this.name = e.value }}>`',
  ),
  event(
    'change',
    'Runs a handler when a field has a new value and is left, or a choice is made.',
    'The event carries `value`, and `checked` for boxes.',
    'html`<select lv-change=${(e) => this.choose(e.value)}>…</select>`',
  ),
  event(
    'submit',
    'Runs a handler when the form is sent; the page stays where it is.',
    'The event carries `form`: the fields’ values by name.',
    'html`<form lv-submit=${(e) => this.save(e.form)}>…</form>`',
  ),
  event(
    'keydown',
    'Runs a handler when a key goes down; `lv-key` beside it picks the key.',
    'The event carries `key`, `code` and which of `ctrl`, `alt`, `shift`, `meta` were held.',
    'html`<input lv-keydown=${this.send} lv-key="Enter">`',
  ),
  event(
    'keyup',
    'Runs a handler when a key comes up; `lv-key` beside it picks the key.',
    'The event carries `key`, `code` and which of `ctrl`, `alt`, `shift`, `meta` were held.',
    'html`<input lv-keyup=${this.close} lv-key="Escape">`',
  ),
  event(
    'focus',
    'Runs a handler when the element gets the focus.',
    'The event carries `value` for fields and the element’s `dataset`.',
    'html`<input lv-focus=${this.help}>`',
  ),
  event(
    'blur',
    'Runs a handler when the element loses the focus.',
    'The event carries `value` for fields and the element’s `dataset`.',
    'html`<input lv-blur=${this.check}>`',
  ),
  event(
    'dblclick',
    'Runs a handler when the element is clicked twice.',
    'The event carries the element’s `dataset`, and `x`, `y` within it unless it is a button or a field.',
    'html`<li lv-dblclick=${() => this.rename(row.id)}>${row.name}</li>`',
  ),
  event(
    'enter',
    'Runs a handler when the element comes into sight.',
    'At the end of a list it makes the list endless. `lv-leave` is its opposite.',
    'html`<div lv-enter=${this.more}></div>`',
  ),
  event(
    'leave',
    'Runs a handler when the element has gone out of sight.',
    'The opposite of `lv-enter`; it is told only to elements that were in sight.',
    'html`<video lv-enter=${this.play} lv-leave=${this.pause}></video>`',
  ),
]

const modifier = (
  name: string,
  value: string | undefined,
  gist: string,
  rest: string,
): LiveWord => ({
  name: `lv-${name}`,
  kind: 'modifier',
  gist,
  docs: `${gist}\n\n${rest}`,
  ...(value === undefined ? {} : { value }),
})

const MODIFIERS: readonly LiveWord[] = [
  modifier(
    'key',
    'Enter',
    'Lets only this key through to the key handler beside it.',
    'Names are those of `KeyboardEvent.key`: `Enter`, `Escape`, `ArrowUp`, `a`.',
  ),
  modifier(
    'debounce',
    '300',
    'Waits for a pause of so many milliseconds before the event is sent.',
    'Only the last event of a burst is sent. Good for searches while typing.',
  ),
  modifier(
    'throttle',
    '50',
    'Sends at most one event in so many milliseconds.',
    'The first is sent at once, the last one of a burst always arrives. Good for pointers and scrolling.',
  ),
  modifier(
    'prevent',
    undefined,
    'Stops what the browser would do by itself.',
    'For example following the link that carries the handler.',
  ),
  modifier(
    'stop',
    undefined,
    'Keeps the event from handlers of elements further out.',
    'A button in a row that has a handler of its own, for example.',
  ),
  modifier(
    'link',
    undefined,
    'On a link: goes there without loading the document anew.',
    'A link to the same path with other parameters stays on the page, and `paramsChanged` hears of it.',
  ),
  modifier(
    'unsaved',
    undefined,
    'Asks the visitor before they leave the page, as long as it is there.',
    'As in `lv-unsaved=${this.isDirty}`; a text is the question that is asked.',
  ),
  modifier(
    'once',
    undefined,
    'Sends the event the first time only.',
    'Later ones stay in the page, until the element is made anew.',
  ),
  modifier(
    'busy',
    'Saving…',
    'Locks a button or a form while its event is on its way.',
    'A second press or submit is not sent, the button shows the text, and gives back what it had once the answer is there.',
  ),
  modifier(
    'do-click',
    undefined,
    'Does something in the page at once, without a trip to the server.',
    "As in `lv-do-click=${[toggle('#menu'), focus('#search')]}`; `lv-do-` goes before any event, and a handler may stand beside it.",
  ),
  modifier(
    'hook',
    'chart',
    'Gives a script of the page the life of this element.',
    'It stands in `window.telar.hooks.chart` with `mounted`, `updated`, `destroyed`, `disconnected`, `reconnected`.',
  ),
  modifier(
    'ignore',
    undefined,
    'Leaves what stands in the element to scripts of the page.',
    'Attributes of the element itself follow the server. No value can stand inside.',
  ),
  modifier(
    'outside',
    undefined,
    'Turns the handler round: it runs for events outside the element.',
    'Good for closing a menu by a click elsewhere.',
  ),
]

/** Everything that completion suggests after `lv-`. */
export const LIVE_WORDS: readonly LiveWord[] = [...EVENTS, ...MODIFIERS]

/** The hover text for a name; any `lv-` name of a DOM event is a handler too. */
export function liveWord(name: string): LiveWord | undefined {
  const known = LIVE_WORDS.find((word) => word.name === name)
  if (known || !/^lv-[a-z]{3,}$/.test(name)) return known
  const of = name.slice(3)
  return event(
    of,
    `Runs a handler in the server at the DOM event \`${of}\`.`,
    'The event carries what the browser’s event has of `value`, `key`, `x`, `y` and `dataset`.',
    `html\`<div ${name}=\${this.handler}>…</div>\``,
  )
}
