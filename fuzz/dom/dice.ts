/** Chance from a seed: the same seed gives the same literals in every process. */
import { chanceOf, nextSeed } from '../../engine/session/clock.ts'

export class Dice {
  private seed: number

  constructor(seed: number) {
    this.seed = seed | 0
  }

  /** A whole number from 0 up to, but without, `end`. */
  below(end: number): number {
    return Math.floor(this.chance() * end)
  }

  /** True in `part` of all cases. */
  often(part: number): boolean {
    return this.chance() < part
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }

  private chance(): number {
    this.seed = nextSeed(this.seed)
    return chanceOf(this.seed)
  }
}
