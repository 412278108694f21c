/** Chance from a seed: the same seed gives the same literals in every process. */
import { Chance } from '../../engine/session/clock.ts'

export class Dice {
  private readonly chance: Chance

  constructor(seed: number) {
    this.chance = new Chance(seed)
  }

  /** A whole number from 0 up to, but without, `end`. */
  below(end: number): number {
    return Math.floor(this.chance.next() * end)
  }

  /** True in `part` of all cases. */
  often(part: number): boolean {
    return this.chance.next() < part
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }
}
