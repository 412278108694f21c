/** One random literal: its strings as a tag would get them, and what belongs into each hole. */

/** What may stand in a hole, and therefore at the root of a literal that is put there. */
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
export type Hole =
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
  holes: readonly Hole[]
  /** What it shows off, for the tally. */
  features: ReadonlySet<string>
}

/** Puts a literal together piece by piece. */
export class ShapeWriter {
  private readonly strings = ['']
  private readonly holes: Hole[] = []
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

  hole(hole: Hole): this {
    this.holes.push(hole)
    this.strings.push('')
    return this
  }

  done(svg: boolean): Shape {
    const raw = Object.freeze([...this.strings])
    const strings = Object.freeze(Object.assign([...this.strings], { raw }))
    const { holes, features } = this
    return { strings, svg, holes, features }
  }
}
