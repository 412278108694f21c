/** The literals of one run: few enough for the process's table of templates, smallest first so that cases shrink. */
import { Dice } from './dice.ts'
import { fields } from './fields.ts'
import { randomShape } from './grammar.ts'
import { CONTEXTS, type Context, type Shape, ShapeWriter } from './shape.ts'

/** Literals for each context: with the thirty runs of a long session of tests still far below the bound of 20,000. */
const EACH = 60
/** Behind them, forms: a page that is nothing else has fields in every case. */
export const FORMS = { first: EACH, count: 30 }
/** The last of them hold back what is typed. */
const PACED = 15

export const isPaced = (shape: number) => shape >= FORMS.first + FORMS.count - PACED

export class Pool {
  private readonly shapes: Record<Context, readonly Shape[]>
  private readonly forms: readonly Shape[]

  constructor(seed: number) {
    const dice = new Dice(seed)
    const entries = CONTEXTS.map((context) => {
      const made = Array.from({ length: EACH }, (_, i) => randomShape(context, dice, i))
      return [context, made.sort((a, b) => sizeOf(a) - sizeOf(b))] as const
    })
    this.shapes = Object.fromEntries(entries) as unknown as Record<Context, Shape[]>
    const forms = (count: number, isPaced: boolean) =>
      Array.from({ length: count }, () => {
        const out = new ShapeWriter()
        fields(out, dice, isPaced)
        return out.done(false)
      }).sort((a, b) => sizeOf(a) - sizeOf(b))
    this.forms = [...forms(FORMS.count - PACED, false), ...forms(PACED, true)]
  }

  of(context: Context, number: number): Shape {
    if (context === 'flow' && number >= FORMS.first) return this.forms[number - FORMS.first]!
    return this.shapes[context][number % EACH]!
  }
}

const sizeOf = ({ strings }: Shape) => strings.length * 100 + strings.join('').length
