/** The literals of one run: few enough for the process's table of templates, smallest first so that cases shrink. */
import { Dice } from './dice.ts'
import { randomShape } from './grammar.ts'
import { CONTEXTS, type Context, type Shape } from './shape.ts'

/** Literals for each context: with the thirty runs of a long session of tests still far below the bound of 20,000. */
const EACH = 60

export class Pool {
  private readonly shapes: Record<Context, readonly Shape[]>

  constructor(seed: number) {
    const dice = new Dice(seed)
    const entries = CONTEXTS.map((context) => {
      const made = Array.from({ length: EACH }, (_, i) => randomShape(context, dice, i))
      return [context, made.sort((a, b) => sizeOf(a) - sizeOf(b))] as const
    })
    this.shapes = Object.fromEntries(entries) as unknown as Record<Context, Shape[]>
  }

  of(context: Context, number: number): Shape {
    return this.shapes[context][number % EACH]!
  }
}

const sizeOf = ({ strings }: Shape) => strings.length * 100 + strings.join('').length
