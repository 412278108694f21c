/** Drag and drop by touch, pen and keys, loaded with the first handler for it; by mouse it is the browser's own. */
import { dragByKeys } from './drag-by-keys.ts'
import { markDrags } from './drag-marks.ts'
import { dragByTouch } from './drag-touch.ts'
import { addLook } from './look.ts'

let begun = false

/** Starts, once. It fires DOM events, which are handled like those of a mouse. */
export function found() {
  if (begun) return
  begun = true
  addLook(LOOK)
  document.addEventListener('dragover', allowDrop)
  markDrags()
  dragByTouch()
  dragByKeys()
}

// A browser must be told what accepts a drop: elements with a handler for it.
function allowDrop(event: Event) {
  if (event.target instanceof Element && event.target.closest('[lv-drop]')) event.preventDefault()
}

// A finger that rests on it means to drag, not to select.
const LOOK = `
:where([draggable=true]) { -webkit-user-select: none; user-select: none; -webkit-touch-callout: none }
:where([lv-dragged]) { opacity: 0.5 }
:where([lv-over]) { outline: 2px dashed currentColor; outline-offset: 2px }`
