/** What a mouse does: moves over an element, is pressed and released, drags something. */
import { beginDrag } from '../../wasm/client/index.ts'
import { called } from './called.ts'
import { impossible, type Modifiers, type Visitor } from './visitor.ts'

export class Pointer {
  private over: Element | undefined
  private readonly visitor: Visitor

  constructor(visitor: Visitor) {
    this.visitor = visitor
  }

  /** Leaves the element it was over, and enters `target` and its ancestors. */
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
        // From the outermost to the innermost, in the order they are entered.
        for (const element of entered.toReversed()) visitor.fire(element, `${kind}enter`)
      }
    }
    for (const kind of ['pointer', 'mouse']) visitor.fire(target, `${kind}move`)
  }

  /** Returns whether the focus was kept from moving here. */
  down(target: Element, modifiers: Modifiers = {}): boolean {
    this.visitor.fire(target, 'pointerdown', modifiers)
    return this.visitor.fire(target, 'mousedown', modifiers)
  }

  up(target: Element, modifiers: Modifiers = {}): void {
    for (const kind of ['pointer', 'mouse']) this.visitor.fire(target, `${kind}up`, modifiers)
  }

  /** The browser's own drag and drop: marks what can be dragged, and what accepts it. */
  drag(what: Element, onto: Element): void {
    const { visitor } = this
    const source = what.closest('[draggable=true i], a[href], img')
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

/** An element and its ancestors, innermost first. */
function pathOf(element: Element | undefined): Element[] {
  const path: Element[] = []
  for (let at = element ?? null; at; at = at.parentElement) path.push(at)
  return path
}
