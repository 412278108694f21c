/** Every event that a visitor causes in one tab, in the order in which the tab is to send them. */

import { MOST } from './limits.ts'

/** An event that the visitor caused. */
export interface Caused {
  element: Element
  event: string
  /** Its number on the wire: 0 until it is first sent. */
  seq: number
  /** What its handler said it was when the visitor acted: the event's data is of that moment, however late it is sent. */
  acted: string
  /** What its handler said it was, each time when the event was sent. */
  marks: string[]
  /** More than the page allows. */
  isLarge: boolean
  /** A connection was lost while it waited: it may come too late. */
  late: boolean
  /** The tab had lost a frame: after the page was painted again, it means what stands there then. */
  behind: boolean
}

export class Ledger {
  /** In order; what was merged into a newer one is not among them. */
  readonly caused: Caused[] = []
  /** Texts that a newer one of the same field replaced before they were sent. */
  merged = 0
  /** Frames were lost on their way, and the page has not been told again. */
  isBehind = false
  /** Held back by `lv-debounce`, and in no queue yet. */
  private held: Caused[] = []
  private readonly timer: (act: () => void, ms: number) => unknown
  private readonly isShipped: boolean

  /** A client of 50 lines merges nothing and holds nothing back. */
  constructor(isShipped: boolean, timer: (act: () => void, ms: number) => unknown) {
    this.isShipped = isShipped
    this.timer = timer
  }

  get isHolding(): boolean {
    return this.held.length > 0
  }

  /** About to happen. */
  add(element: Element, event: string): Caused {
    const { value } = element as HTMLInputElement
    const isLarge = typeof value === 'string' && value.length > MOST
    const acted = markOn(element)
    const caused = {
      element,
      event,
      seq: 0,
      acted,
      marks: [],
      isLarge,
      late: false,
      behind: this.isBehind,
    }
    const quiet = this.isShipped ? Number(element.getAttribute('lv-debounce')) : 0
    // It comes after all that is held back already.
    const older = this.held.findIndex((one) => quiet > 0 && one.element === element)
    if (older >= 0) this.drop(this.held.splice(older, 1)[0]!)
    this.held.push(caused)
    this.caused.push(caused)
    if (quiet === 0) this.release()
    else this.timer(() => this.release(this.held.indexOf(caused) + 1), quiet)
    return caused
  }

  /** What is held back is let go: the first `count`, or all of it. */
  release(count = this.held.length): void {
    for (const caused of this.held.splice(0, count)) {
      const before = this.caused[this.caused.indexOf(caused) - 1]
      const isMerged =
        this.isShipped &&
        before?.seq === 0 &&
        before.element === caused.element &&
        before.event === caused.event &&
        caused.event === 'input'
      if (isMerged) this.drop(before)
    }
  }

  /** Event `seq` is sent, perhaps not for the first time. */
  sent(seq: number): boolean {
    let caused = this.caused.find((one) => one.seq === seq)
    // A number that was not seen before is that of the oldest event without one.
    if (!caused) {
      caused = this.caused.find((one) => one.seq === 0)
      if (caused) caused.seq = seq
    }
    caused?.marks.push(markOn(caused.element))
    return caused !== undefined
  }

  private drop(caused: Caused) {
    this.caused.splice(this.caused.indexOf(caused), 1)
    this.merged++
  }
}

const markOn = (element: Element) =>
  element.isConnected ? (element.getAttribute('data-m') ?? '') : ''
