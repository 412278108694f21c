/** Drag and drop by touch, pen and keys, fetched with the first handler of it; by mouse it is the browser's own. */
import { dragByKeys } from './drag-by-keys.ts'
import { markDrags } from './drag-marks.ts'
import { dragByTouch } from './drag-touch.ts'
import { addLook } from './look.ts'

let begun = false

/** Begins, once. All that comes of it are DOM events, which are heard like those of a mouse. */
export function found() {
  if (begun) return
  begun = true
  addLook(LOOK)
  document.addEventListener('dragover', allowDrop)
  markDrags()
  dragByTouch()
  dragByKeys()
}

// A browser wants to hear what can be dropped on: what has a handler for it.
function allowDrop(event: Event) {
  if (event.target instanceof Element && event.target.closest('[lv-drop]')) event.preventDefault()
}

// A finger that rests on it means to drag, not to select.
const LOOK = `
:where([draggable=true]) { -webkit-user-select: none; user-select: none; -webkit-touch-callout: none }
:where([lv-dragged]) { opacity: 0.5 }
:where([lv-over]) { outline: 2px dashed currentColor; outline-offset: 2px }`
