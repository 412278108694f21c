/** Sums up what a tab must have been told, computed from what it should show, not from what was sent. */
import { textHash, weigh } from '../protocol/hash.ts'
import {
  type Hole,
  type Instance,
  RawHole,
  Region,
  Rows,
  StreamRows,
} from '../template/instances.ts'
import { UNKNOWN } from '../template/packed.ts'
import type { AttributeSlot } from '../template/template.ts'

/** Whether a frame has told the tab the content of a component's slot; a first paint does not count. */
type IsTold = (component: number, slot: number) => boolean

/** The sum over all slots below `root`; undefined if something is no longer known: a stream's rows, a hibernated text. */
export function stateHash(root: Region, isTold: IsTold): number | undefined {
  const sums = new Sums(isTold)
  return sums.region(root) ? sums.total >>> 0 : undefined
}

class Sums {
  total = 0
  private readonly isTold: IsTold
  private component = 0
  private sum = 0

  constructor(isTold: IsTold) {
    this.isTold = isTold
  }

  /** False as soon as something is not known. */
  region(region: Region): boolean {
    if (region.packed !== undefined) return false
    const { component, sum } = this
    this.component = region.id
    this.sum = 0
    const isKnown = this.hole(0, region.root)
    this.total += weigh(region.id, this.sum)
    this.component = component
    this.sum = sum
    return isKnown
  }

  private hole(slot: number, hole: Hole | null | undefined): boolean {
    if (typeof hole === 'string') return this.text(slot, hole)
    if (hole instanceof RawHole) return hole.markup !== UNKNOWN && this.text(slot, hole.markup)
    if (hole instanceof Region) return this.region(hole)
    if (!(hole instanceof Rows) || hole instanceof StreamRows) return false
    return hole.rows.every((row) => this.instance(row))
  }

  private instance({ template, base, shown }: Instance): boolean {
    return template.valued.every((index) => {
      const slot = template.slots[index]!
      const value = shown[index]
      if (slot.kind === 'hole') return this.hole(base + 1 + index, value)
      if (!isSummed(slot as AttributeSlot) || value === null) return true
      return typeof value === 'string' && this.text(base + 1 + index, value)
    })
  }

  private text(slot: number, text: string): boolean {
    if (text !== '' && this.isTold(this.component, slot)) this.sum += weigh(slot, textHash(text))
    return true
  }
}

// Visitors change properties, and classes are sent one by one.
const isSummed = ({ property, name }: AttributeSlot) => !property && name !== 'class'
