/** Sums up what a tab must have been told, computed from what it should show, not from what was sent. */
import { textHash, weigh } from '../protocol/hash.ts'
import {
  type ChildContent,
  type Instance,
  RawContent,
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
    const isKnown = this.child(0, region.root)
    this.total += weigh(region.id, this.sum)
    this.component = component
    this.sum = sum
    return isKnown
  }

  private child(slot: number, child: ChildContent | null | undefined): boolean {
    if (typeof child === 'string') return this.text(slot, child)
    if (child instanceof RawContent)
      return child.markup !== UNKNOWN && this.text(slot, child.markup)
    if (child instanceof Region) return this.region(child)
    if (!(child instanceof Rows) || child instanceof StreamRows) return false
    return child.rows.every((row) => this.instance(row))
  }

  private instance({ template, base, shown }: Instance): boolean {
    return template.valued.every((index) => {
      const slot = template.slots[index]!
      const value = shown[index]
      if (slot.kind === 'child') return this.child(base + 1 + index, value)
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
