/** One drag, of any kind: the events of HTML's drag and drop, in their order. The testing kit's mouse uses it too. */

/** Fires a drag event at an element; returns whether its default action was prevented. */
type Fire = (element: Element, type: string) => boolean

export interface Drag {
  /** It is now over this element, or over none. */
  over(target: Element | undefined): void
  /** Drops it where it is, if that element accepts it. Returns whether it was dropped. */
  drop(): boolean
  cancel(): void
}

/** Picks `source` up; undefined if a script of the page prevents it. */
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
      // As in HTML, an element accepts what is dragged by preventing this event.
      takes = target !== undefined && fire(target, 'dragover')
    },
    drop: () => end(takes),
    cancel: () => void end(false),
  }
}

export interface Point {
  clientX: number
  clientY: number
}

/** The data that scripts of the page pass along; new with each drag. */
let carried: DataTransfer | undefined

/** Fires an event of a drag without a mouse, as a browser does for one with a mouse. Returns whether its default action was prevented. */
export function fireDrag(element: Element, type: string, place: Point): boolean {
  if (type === 'dragstart' || !carried) carried = new DataTransfer()
  const stays = /^(dragleave|dragend)$/.test(type)
  const init = { bubbles: true, cancelable: !stays, composed: true, dataTransfer: carried }
  return !element.dispatchEvent(new DragEvent(type, { ...init, ...place }))
}
