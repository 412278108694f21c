/** One drag, however it is led: the events of HTML's drag and drop, in their order. The testing kit's mouse drags by it too. */

/** Lets an event of a drag happen at an element; gives whether somebody prevented what it does by itself. */
type Fire = (element: Element, type: string) => boolean

export interface Drag {
  /** It is over this element now, or over nothing. */
  over(target: Element | undefined): void
  /** It is let go where it is, if that takes it. Gives whether it was dropped. */
  drop(): boolean
  cancel(): void
}

/** Picks `source` up; nothing when a script of the page does not want that. */
export function beginDrag(source: Element, fire: Fire): Drag | undefined {
  if (fire(source, 'dragstart')) return undefined
  let at: Element | undefined
  let takes = false

  function end(dropped: boolean): boolean {
    if (at) fire(at, dropped ? 'drop' : 'dragleave')
    fire(source, 'dragend')
    return dropped
  }

  return {
    over(target) {
      fire(source, 'drag')
      if (target !== at) {
        const left = at
        at = target
        if (target) fire(target, 'dragenter')
        if (left) fire(left, 'dragleave')
      }
      // As in HTML, who prevents it says that it takes what is dragged.
      takes = target !== undefined && fire(target, 'dragover')
    },
    drop: () => end(takes),
    cancel: () => void end(false),
  }
}
