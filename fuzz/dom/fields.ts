/** Writes forms: fields whose values a visitor changes, with and without a handler. */
import type { Dice } from './dice.ts'
import { PACE } from './limits.ts'
import { element, handler, one } from './pieces.ts'
import type { ShapeWriter } from './shape.ts'

/** `isPaced`: texts are held back while the visitor goes on typing. */
export function fields(out: ShapeWriter, dice: Dice, isPaced = false) {
  if (isPaced) out.feature('debounce')
  element(out, dice, 'form', () => {
    const kinds = [textInput, area, choice, check, amount, opened].filter(() => dice.often(0.5))
    for (const kind of kinds.length > 0 ? kinds : [textInput]) kind(out, dice, isPaced)
    if (isPaced) textInput(out, dice, isPaced)
  })
}

function textInput(out: ShapeWriter, dice: Dice, isPaced: boolean) {
  out.text('<input')
  const value = field(out, ' value=', 'text')
  if (isPaced) out.text(` lv-debounce="${PACE}"`)
  if (isPaced || dice.often(0.5)) handler(out, 'input', value)
  out.text('>')
}

function area(out: ShapeWriter, dice: Dice) {
  out.feature('textarea').text('<textarea')
  const value = out.value()
  out.text(' data-t=').slot({ place: 'touched', value })
  if (dice.often(0.5)) handler(out, 'input', value)
  out.text('>').slot({ place: 'field', way: 'text', value }).text('</textarea>')
}

function choice(out: ShapeWriter, dice: Dice) {
  out.feature('select').text('<select')
  const value = field(out, ' value=', 'choice')
  if (dice.often(0.5)) handler(out, 'change', value)
  out.text('>')
  const isOpen = dice.often(0.6)
  // In front of or instead of the others: the value is to find its option again, and may come before it.
  if (isOpen) one(out.feature('changing options'), 'options')
  if (!isOpen || dice.often(0.5)) {
    out.text('<option value="0">none</option><option>1</option><option>2</option>')
  }
  out.text('</select>')
}

function check(out: ShapeWriter) {
  out.text('<input type="checkbox"')
  field(out, ' checked=', 'check')
  out.text('>')
}

// What means the same may be written in many ways, and a slider takes only what lies on it.
function amount(out: ShapeWriter, dice: Dice) {
  for (const kind of ['number', 'range']) numeric(out, dice, kind)
}

function numeric(out: ShapeWriter, dice: Dice, kind: string) {
  out.feature(`${kind} field`).text(`<input type="${kind}" step="any"`)
  const value = out.value()
  out.text(' data-t=').slot({ place: 'touched', value })
  const limit = () => out.text(' max=').slot({ place: 'attribute', way: 'limit', value })
  const isFirst = kind === 'range' && dice.often(0.5)
  if (isFirst) limit()
  out.text(' value=').slot({ place: 'field', way: 'number', value })
  if (kind === 'range' && !isFirst) limit()
  if (dice.often(0.7)) handler(out, 'input', value, 'number')
  out.text('>')
}

// What a visitor has opened stays so until the server says otherwise.
function opened(out: ShapeWriter, dice: Dice) {
  const name = dice.pick(['details', 'dialog'])
  out.feature(name).text(`<${name}`)
  const value = out.value()
  out.text(' data-t=').slot({ place: 'touched', value })
  out.text(' open=').slot({ place: 'field', way: 'check', value })
  out.text(`>${name === 'details' ? '<summary>s</summary>' : ''}more</${name}>`)
}

function field(out: ShapeWriter, before: string, way: 'text' | 'check' | 'choice'): number {
  const value = out.value()
  out.text(' data-t=').slot({ place: 'touched', value })
  out.text(before).slot({ place: 'field', way, value })
  return value
}
