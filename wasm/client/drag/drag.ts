/** Drag and drop by touch, pen and keys, loaded with the first handler for it; by mouse it is the browser's own. */
import { addLook } from '../look.ts'
import { dragByKeys } from './by-keys.ts'
import { dragByTouch } from './touch.ts'

let begun = false

/** Starts, once. It fires DOM events, which are handled like those of a mouse. */
export function found() {
  if (begun) return
  begun = true
  addLook(LOOK)
  followDrags()
  dragByTouch()
  dragByKeys()
}

/** For any kind of drag: accepts drops on what has a handler for them, and marks what is dragged and what it is over, so that a page can style both. */
function followDrags() {
  let source: Element | undefined
  let over: Element | null = null

  function mark(place: Element | null) {
    if (place === over) return
    over?.removeAttribute('lv-over')
    over = place
    over?.setAttribute('lv-over', '')
  }

  function end() {
    mark(null)
    source?.removeAttribute('lv-dragged')
    source = undefined
  }

  const hear = (event: Event) => {
    const { type, target } = event
    if (!(target instanceof Element)) return
    if (type === 'dragstart') {
      end()
      const begun = (source = target)
      // The browser's drag image must not have the mark.
      setTimeout(() => source === begun && begun.setAttribute('lv-dragged', ''))
    } else if (type === 'dragover') {
      const place = target.closest('[lv-drop]')
      // As a browser asks of elements that accept a drop.
      if (place) event.preventDefault()
      mark(place)
    } else if (type !== 'dragleave') end()
    else if (target === over) mark(null)
  }
  for (const type of ['dragstart', 'dragover', 'dragleave', 'drop', 'dragend']) {
    addEventListener(type, hear)
  }
}

// A finger that rests on it means to drag, not to select.
const LOOK = `
:where([draggable=true i]) { -webkit-user-select: none; user-select: none; -webkit-touch-callout: none }
:where([lv-dragged]) { opacity: 0.5 }
:where([lv-over]) { outline: 2px dashed currentColor; outline-offset: 2px }`
