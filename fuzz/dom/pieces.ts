/** What every literal is put together from: elements, their attributes and handlers, content. */
import type { Dice } from './dice.ts'
import type { Context, EventName, ShapeWriter } from './shape.ts'

/** An element with its path, some attributes and perhaps a handler. */
export function element(out: ShapeWriter, dice: Dice, name: string, inside: () => void) {
  start(out, name)
  for (const write of ATTRIBUTES) if (dice.often(0.3)) write(out)
  if (dice.often(0.3)) handler(out, 'click', out.value())
  out.text('>')
  inside()
  out.text(`</${name}>`)
}

export const start = (out: ShapeWriter, name: string) =>
  out.text(`<${name} data-p=`).slot({ place: 'path' })

/** Text, static elements and one to three slots. */
export function content(out: ShapeWriter, dice: Dice, context: 'flow' | 'words' | 'label') {
  for (let pieces = 1 + dice.below(3); pieces > 0; pieces--) {
    if (dice.often(0.3)) out.text(dice.pick(WORDS))
    if (dice.often(0.15)) out.text(context === 'flow' ? '<p>static</p>' : '<i>static</i>')
    one(out, context)
  }
}

export const one = (out: ShapeWriter, context: Context | 'plain') =>
  out.slot({ place: 'content', context, value: out.value() })

// A handler stops here, so that one click is one event for every kind of client.
export function handler(
  out: ShapeWriter,
  event: EventName,
  value: number,
  takes: 'text' | 'number' = 'text',
) {
  out.feature('event')
  out.text(` data-k="${takes}" data-m=`).slot({ place: 'mark', event, value })
  out.text(` lv-stop lv-${event}=`).slot({ place: 'handler', event, value, takes })
}

export function attribute(
  out: ShapeWriter,
  before: string,
  way: 'text' | 'maybe' | 'flag' | 'number' | 'classes' | 'styles' | 'url' | 'choice',
) {
  out.feature(FEATURES[way])
  out.text(before).slot({ place: 'attribute', way, value: out.value() })
}

const FEATURES = {
  text: 'attribute',
  maybe: 'attribute',
  number: 'attribute',
  url: 'attribute',
  choice: 'attribute',
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
  // Not empty, so that one class is said by itself.
  (out) => {
    attribute(out, ' class="c ', 'classes')
    out.text('"')
  },
  (out) => attribute(out, ' style=', 'styles'),
]

export const WORDS = ['a', 'one ', ' two', 'b &amp; c', '&lt;i&gt;', 'é😀', ' \n ', '-']
