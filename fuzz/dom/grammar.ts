/** Writes random literals: every kind of place that a template can have, in markup that HTML allows. */
import type { Dice } from './dice.ts'
import { fields } from './fields.ts'
import { attribute, content, element, handler, one, start, WORDS } from './pieces.ts'
import { type Context, type Shape, ShapeWriter } from './shape.ts'

/** A literal whose root may stand in `context`; counting `nth` up gives every kind of root its turn. */
export function randomShape(context: Context, dice: Dice, nth: number): Shape {
  const out = new ShapeWriter()
  const roots = ROOTS[context]
  roots[nth % roots.length]!(out, dice)
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
    terms,
    paragraph,
    pre,
    table,
    fields,
    fields,
    image,
    sealed,
    code,
    heading,
    widget,
    custom,
    fragment,
    scroller,
    button,
  ],
  words: [phrase, phrase, phrases, link, button],
  // What a link or a button may hold: neither of them.
  label: [(out, dice) => phrase(out, dice, 'label'), (out, dice) => phrases(out, dice, 'label')],
  item: [
    (out, dice) => element(out, dice, 'li', () => content(out, dice, dice.pick(['flow', 'words']))),
  ],
  terms: ['dt', 'dd'].map(
    (name) => (out: ShapeWriter, dice: Dice) =>
      element(out, dice, name, () => content(out, dice, dice.pick(['flow', 'words']))),
  ),
  bodies: ['tbody', 'tbody', 'thead', 'tfoot'].map(
    (name) => (out: ShapeWriter, dice: Dice) => element(out, dice, name, () => one(out, 'rows')),
  ),
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
    option,
    option,
    (out, dice) => {
      start(out, 'optgroup')
      out.text(' label="g">')
      one(out, 'choices')
      if (dice.often(0.3)) out.text('<option>last</option>')
      out.text('</optgroup>')
    },
  ],
  choices: [option],
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

function terms(out: ShapeWriter, dice: Dice) {
  element(out, dice, 'dl', () => {
    if (dice.often(0.3)) out.text('<dt>first</dt>')
    one(out, 'terms')
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
    if (dice.often(0.3)) {
      out.text('<caption>')
      one(out, 'words').text('</caption>')
    }
    if (dice.often(0.3)) return void one(out, 'bodies')
    if (dice.often(0.5)) out.text('<thead><tr><th>head</th></tr></thead>')
    out.text('<tbody>')
    one(out, 'rows').text('</tbody>')
  })
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

// To the parser it is text up to its closing tag: no element, no entity, no comment.
function code(out: ShapeWriter, dice: Dice) {
  out.feature('raw text')
  element(out, dice, 'div', () => {
    const name = dice.pick(['style', 'script'])
    start(out, name)
    if (name === 'script') out.text(' type="application/json"')
    if (dice.often(0.5)) attribute(out, ' title=', 'maybe')
    out.text(`>${dice.pick(CODE)}</${name}>`)
    one(out, 'flow')
  })
}

// Entities are read in it, elements are not.
function heading(out: ShapeWriter, dice: Dice) {
  out.feature('title')
  element(out, dice, 'section', () => {
    start(out, 'title')
    if (dice.often(0.5)) attribute(out, ' class=', 'classes')
    out.text('>')
    if (dice.often(0.8)) one(out, 'plain')
    else out.text('static <b> &amp; text')
    out.text('</title>')
    one(out, 'flow')
  })
}

// What stands in it belongs to a script of the page; its attributes are the template's.
function widget(out: ShapeWriter, dice: Dice) {
  out.feature('ignored')
  element(out, dice, 'div', () => {
    start(out, 'div')
    out.text(' lv-ignore')
    attribute(out, ' title=', 'maybe')
    out.text(`>${dice.pick(['', 'static', '<b>static</b> text'])}</div>`)
    one(out, 'flow')
  })
}

function custom(out: ShapeWriter, dice: Dice) {
  out.feature('custom element').feature('property')
  start(out, 'x-card')
  const value = out.value()
  out.text(' data-j=').slot({ place: 'attribute', way: 'json', value })
  out.text(' .payload=').slot({ place: 'attribute', way: 'payload', value })
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
  one(out, 'label').text('</button>')
}

type Words = 'words' | 'label'

function phrase(out: ShapeWriter, dice: Dice, inside: Words = 'words') {
  element(out, dice, dice.pick(['b', 'em', 'span', 'code']), () => content(out, dice, inside))
}

function phrases(out: ShapeWriter, dice: Dice, inside: Words = 'words') {
  out.feature('fragment').text(dice.pick(WORDS))
  phrase(out, dice, inside)
  one(out, inside)
}

function link(out: ShapeWriter) {
  start(out, 'a')
  attribute(out, ' href=', 'url')
  out.text('>')
  one(out, 'label').text('</a>')
}

function option(out: ShapeWriter, dice: Dice) {
  start(out, 'option')
  if (dice.often(0.8)) attribute(out, ' value=', dice.pick(['text', 'choice']))
  out.text('>')
  one(out, 'plain').text('</option>')
}

const CODE = ['', 'i > b { color: red }', '"<b>&amp;</b>"', '/* <!-- a --> */', '\n"&lt;"\n']
