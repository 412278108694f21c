/** Writes forms: fields whose values a visitor changes, with and without a handler. */
import type { Dice } from './dice.ts'
import { element, handler, one } from './pieces.ts'
import type { ShapeWriter } from './shape.ts'

export function fields(out: ShapeWriter, dice: Dice) {
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
