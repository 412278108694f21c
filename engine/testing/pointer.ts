/** What a mouse does: it comes over an element, is pressed and let go, drags something somewhere. */
import { beginDrag } from '../../wasm/client/index.ts'
import { called } from './called.ts'
import { impossible, type Modifiers, type Visitor } from './visitor.ts'

export class Pointer {
  private over: Element | undefined
  private readonly visitor: Visitor

  constructor(visitor: Visitor) {
    this.visitor = visitor
  }

  /** Leaves what it was over, and comes over `target` and all around it. */
  hover(target: Element): void {
    const { visitor } = this
    const before = this.over?.isConnected ? this.over : undefined
    this.over = target
    if (before !== target) {
      const left = pathOf(before).filter((element) => !element.contains(target))
      const entered = pathOf(target).filter((element) => !before || !element.contains(before))
      for (const kind of ['pointer', 'mouse']) {
        if (before) visitor.fire(before, `${kind}out`)
        for (const element of left) visitor.fire(element, `${kind}leave`)
        visitor.fire(target, `${kind}over`)
        // From the outside in, as one comes to them.
        for (const element of entered.toReversed()) visitor.fire(element, `${kind}enter`)
      }
    }
    for (const kind of ['pointer', 'mouse']) visitor.fire(target, `${kind}move`)
  }

  /** Gives whether somebody has kept the focus from coming here. */
  down(target: Element, modifiers: Modifiers = {}): boolean {
    this.visitor.fire(target, 'pointerdown', modifiers)
    return this.visitor.fire(target, 'mousedown', modifiers)
  }

  up(target: Element, modifiers: Modifiers = {}): void {
    for (const kind of ['pointer', 'mouse']) this.visitor.fire(target, `${kind}up`, modifiers)
  }

  /** The browser's own drag and drop: what may be dragged is marked, and so is what takes it. */
  drag(what: Element, onto: Element): void {
    const { visitor } = this
    const source = what.closest('[draggable=true], a[href], img')
    if (!source) throw impossible('drag', what, 'neither it nor anything around it is draggable')
    if (!onto.closest('[lv-drop]')) {
      throw impossible('drag', what, `nothing takes it at the ${called(onto)}: there is no lv-drop`)
    }
    this.hover(what)
    this.down(what)
    const drag = beginDrag(source, visitor.fire)
    drag?.over(onto)
    drag?.drop()
  }
}

/** An element and all around it, from the inside out. */
function pathOf(element: Element | undefined): Element[] {
  const path: Element[] = []
  for (let at = element ?? null; at; at = at.parentElement) path.push(at)
  return path
}
