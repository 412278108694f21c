/** One random literal: its strings as a tag would get them, and what belongs into each slot. */

/** What may stand in a slot, and therefore at the root of a literal that is put there. */
export const CONTEXTS = [
  'flow',
  'words',
  'label',
  'item',
  'terms',
  'bodies',
  'rows',
  'cells',
  'options',
  'choices',
  'svg',
] as const
export type Context = (typeof CONTEXTS)[number]

/** `value` is the number of the part's value that is shown there. */
export type ValueSlot =
  | { place: 'path' }
  | { place: 'content'; context: Context | 'plain'; value: number }
  | { place: 'attribute'; way: AttributeWay; value: number }
  | { place: 'field'; way: FieldWay; value: number }
  | { place: 'touched'; value: number }
  | { place: 'mark'; event: EventName; value: number }
  | { place: 'handler'; event: EventName; value: number; takes: 'text' | 'number' }

export type AttributeWay =
  | 'text'
  | 'maybe'
  | 'flag'
  | 'number'
  | 'classes'
  | 'styles'
  | 'url'
  | 'json'
  | 'payload'
  | 'limit'
  | 'choice'
type FieldWay = 'text' | 'check' | 'choice' | 'number'
export type EventName = 'click' | 'input' | 'change' | 'ping'

export interface Shape {
  strings: TemplateStringsArray
  svg: boolean
  slots: readonly ValueSlot[]
  /** What it shows off, for the tally. */
  features: ReadonlySet<string>
}

/** Puts a literal together piece by piece. */
export class ShapeWriter {
  private readonly strings = ['']
  private readonly slots: ValueSlot[] = []
  private readonly features = new Set<string>()
  private values = 0

  text(markup: string): this {
    this.strings[this.strings.length - 1] += markup
    return this
  }

  feature(name: string): this {
    this.features.add(name)
    return this
  }

  /** The number of a fresh value. */
  value(): number {
    return this.values++
  }

  slot(slot: ValueSlot): this {
    this.slots.push(slot)
    this.strings.push('')
    return this
  }

  done(svg: boolean): Shape {
    const raw = Object.freeze([...this.strings])
    const strings = Object.freeze(Object.assign([...this.strings], { raw }))
    const { slots, features } = this
    return { strings, svg, slots, features }
  }
}
