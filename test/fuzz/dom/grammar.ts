/** Writes random literals: every kind of place that a template can have, in markup that HTML allows. */
import type { Dice } from './dice.ts'
import { type Context, type EventName, type Shape, ShapeWriter } from './shape.ts'

/** A literal whose root may stand in `context`. */
export function randomShape(context: Context, dice: Dice): Shape {
  const out = new ShapeWriter()
  dice.pick(ROOTS[context])(out, dice)
  return out.done(context === 'svg')
}

type Root = (out: ShapeWriter, dice: Dice) => void

const ROOTS: Record<Context, readonly Root[]> = {
  flow: [
    box,
    box,
    box,
    list,
    list,
    paragraph,
    pre,
    table,
    fields,
    fields,
    image,
    sealed,
    custom,
    fragment,
    scroller,
    button,
  ], // prettier-ignore
  words: [phrase, phrase, phrases, link],
  item: [
    (out, dice) => element(out, dice, 'li', () => content(out, dice, dice.pick(['flow', 'words']))),
  ],
  rows: [
    (out, dice) =>
      element(out, dice, 'tr', () => {
        out.text('<td>')
        content(out, dice, 'words')
        out.text('</td><th>t</th>')
      }),
    (out, dice) => element(out, dice, 'tr', () => one(out, 'cells')),
  ],
  cells: [
    (out, dice) => element(out, dice, 'td', () => content(out, dice, dice.pick(['flow', 'words']))),
  ],
  options: [
    (out, dice) => {
      start(out, 'option')
      if (dice.often(0.7)) attribute(out, ' value=', 'text')
      out.text('>')
      one(out, 'plain').text('</option>')
    },
  ],
  svg: [
    (out) => {
      start(out, 'circle')
      attribute(out, ' r=', 'number')
      attribute(out, ' class=', 'classes')
      out.text(' />')
    },
    (out, dice) => element(out, dice, 'g', () => one(out, 'svg')),
    (out) => {
      start(out, 'text')
      out.text('>')
      one(out, 'plain').text('</text>')
    },
  ],
}

function box(out: ShapeWriter, dice: Dice) {
  element(out, dice, dice.pick(['div', 'section', 'article', 'blockquote']), () =>
    content(out, dice, 'flow'),
  )
}

function list(out: ShapeWriter, dice: Dice) {
  element(out, dice, dice.pick(['ul', 'ol']), () => {
    if (dice.often(0.3)) out.text('<li>first</li>')
    one(out, 'item')
    if (dice.often(0.3)) out.text('<li>last</li>')
  })
}

function paragraph(out: ShapeWriter, dice: Dice) {
  element(out, dice, dice.pick(['p', 'h2', 'h3']), () => content(out, dice, 'words'))
}

function pre(out: ShapeWriter, dice: Dice) {
  out.feature('pre')
  element(out, dice, 'pre', () => {
    if (dice.often(0.3)) out.text('\n')
    one(out, 'words')
    if (dice.often(0.3)) out.text('\nend')
  })
}

function table(out: ShapeWriter, dice: Dice) {
  out.feature('table')
  element(out, dice, 'table', () => {
    if (dice.often(0.5)) out.text('<thead><tr><th>head</th></tr></thead>')
    out.text('<tbody>')
    one(out, 'rows').text('</tbody>')
  })
}

function fields(out: ShapeWriter, dice: Dice) {
  element(out, dice, 'form', () => {
    const kinds = [textInput, area, choice, check].filter(() => dice.often(0.5))
    for (const kind of kinds.length > 0 ? kinds : [textInput]) kind(out, dice)
  })
}

function textInput(out: ShapeWriter, dice: Dice) {
  out.text('<input')
  const value = field(out, ' value=', 'text')
  if (dice.often(0.5)) handler(out, 'input', value)
  out.text('>')
}

function area(out: ShapeWriter, dice: Dice) {
  out.feature('textarea').text('<textarea')
  const value = out.value()
  out.text(' data-t=').hole({ place: 'touched', value })
  if (dice.often(0.5)) handler(out, 'input', value)
  out.text('>').hole({ place: 'field', way: 'text', value }).text('</textarea>')
}

function choice(out: ShapeWriter, dice: Dice) {
  out.feature('select').text('<select')
  const value = field(out, ' value=', 'choice')
  if (dice.often(0.5)) handler(out, 'change', value)
  out.text('>').text('<option value="0">none</option><option>1</option><option>2</option>')
  if (dice.often(0.4)) one(out, 'options')
  out.text('</select>')
}

function check(out: ShapeWriter) {
  out.text('<input type="checkbox"')
  field(out, ' checked=', 'check')
  out.text('>')
}

function field(out: ShapeWriter, before: string, way: 'text' | 'check' | 'choice'): number {
  const value = out.value()
  out.text(' data-t=').hole({ place: 'touched', value })
  out.text(before).hole({ place: 'field', way, value })
  return value
}

function image(out: ShapeWriter) {
  out.feature('svg')
  start(out, 'svg')
  attribute(out, ' viewBox="0 0 ', 'number')
  out.text(' 9"><title>t</title>')
  one(out, 'svg').text('</svg>')
}

function sealed(out: ShapeWriter, dice: Dice) {
  out.feature('template')
  element(out, dice, 'div', () => {
    out.text('<template><b class="c">sealed</b></template>')
    one(out, 'flow')
  })
}

function custom(out: ShapeWriter, dice: Dice) {
  out.feature('custom element').feature('property')
  start(out, 'x-card')
  const value = out.value()
  out.text(' data-j=').hole({ place: 'attribute', way: 'json', value })
  out.text(' .payload=').hole({ place: 'attribute', way: 'payload', value })
  if (dice.often(0.5)) handler(out, 'ping', out.value())
  out.text('>')
  content(out, dice, 'flow')
  out.text('</x-card>')
}

function fragment(out: ShapeWriter, dice: Dice) {
  out.feature('fragment')
  if (dice.often(0.5)) out.text(dice.pick(WORDS))
  element(out, dice, 'div', () => one(out, 'words'))
  one(out, 'flow')
  if (dice.often(0.5)) out.text('<hr>')
}

function scroller(out: ShapeWriter, dice: Dice) {
  start(out, 'div')
  out.text(
    ' data-scroll style="height: 30px; overflow: auto; overflow-anchor: none"><div style="height: 300px">',
  )
  content(out, dice, 'flow')
  out.text('</div></div>')
}

function button(out: ShapeWriter) {
  start(out, 'button')
  out.text(' type="button"')
  handler(out, 'click', out.value())
  out.text('>')
  one(out, 'words').text('</button>')
}

function phrase(out: ShapeWriter, dice: Dice) {
  element(out, dice, dice.pick(['b', 'em', 'span', 'code']), () => content(out, dice, 'words'))
}

function phrases(out: ShapeWriter, dice: Dice) {
  out.feature('fragment').text(dice.pick(WORDS))
  phrase(out, dice)
  one(out, 'words')
}

// A link in a link is taken apart by the parser, so it holds text alone.
function link(out: ShapeWriter) {
  start(out, 'a')
  attribute(out, ' href=', 'url')
  out.text('>')
  one(out, 'plain').text('</a>')
}

/** An element with its path, some attributes and perhaps a handler. */
function element(out: ShapeWriter, dice: Dice, name: string, inside: () => void) {
  start(out, name)
  for (const write of ATTRIBUTES) if (dice.often(0.2)) write(out)
  if (dice.often(0.3)) handler(out, 'click', out.value())
  out.text('>')
  inside()
  out.text(`</${name}>`)
}

const start = (out: ShapeWriter, name: string) =>
  out.text(`<${name} data-p=`).hole({ place: 'path' })

/** Text, static elements and one to three holes. */
function content(out: ShapeWriter, dice: Dice, context: 'flow' | 'words') {
  for (let pieces = 1 + dice.below(3); pieces > 0; pieces--) {
    if (dice.often(0.3)) out.text(dice.pick(WORDS))
    if (dice.often(0.15)) out.text(context === 'flow' ? '<p>static</p>' : '<i>static</i>')
    one(out, context)
  }
}

const one = (out: ShapeWriter, context: Context | 'plain') =>
  out.hole({ place: 'content', context, value: out.value() })

// A handler stops here, so that one click is one event for every kind of client.
function handler(out: ShapeWriter, event: EventName, value: number) {
  out.feature('event')
  out.text(' data-m=').hole({ place: 'mark', event, value })
  out.text(` lv-stop lv-${event}=`).hole({ place: 'handler', event, value })
}

function attribute(
  out: ShapeWriter,
  before: string,
  way: 'text' | 'maybe' | 'flag' | 'number' | 'classes' | 'styles' | 'url',
) {
  out.feature(FEATURES[way])
  out.text(before).hole({ place: 'attribute', way, value: out.value() })
}

const FEATURES = {
  text: 'attribute',
  maybe: 'attribute',
  number: 'attribute',
  url: 'attribute',
  flag: 'boolean attribute',
  classes: 'class map',
  styles: 'style map',
} as const

const ATTRIBUTES: readonly ((out: ShapeWriter) => void)[] = [
  (out) => attribute(out, ' title=', 'maybe'),
  (out) => {
    attribute(out, ' aria-label="a ', 'text')
    attribute(out, ' b ', 'number')
    out.text('"')
  },
  (out) => attribute(out, ' data-x=', 'number'),
  (out) => attribute(out, ' ?data-on=', 'flag'),
  (out) => attribute(out, ' class=', 'classes'),
  (out) => attribute(out, ' style=', 'styles'),
]

const WORDS = ['a', 'one ', ' two', 'b &amp; c', '&lt;i&gt;', 'é😀', ' \n ', '-']
