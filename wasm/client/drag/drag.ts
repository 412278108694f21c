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
  document.addEventListener('dragover', allowDrop)
  markDrags()
  dragByTouch()
  dragByKeys()
}

// A browser must be told what accepts a drop: elements with a handler for it.
function allowDrop(event: Event) {
  if (event.target instanceof Element && event.target.closest('[lv-drop]')) event.preventDefault()
}

/** Marks what is dragged and what it is over, for any kind of drag, so that a page can style both. */
function markDrags() {
  let source: Element | undefined
  let over: Element | undefined

  function mark(place: Element | null | undefined) {
    if (place === over) return
    over?.removeAttribute('lv-over')
    over = place ?? undefined
    over?.setAttribute('lv-over', '')
  }

  function end() {
    mark(undefined)
    source?.removeAttribute('lv-dragged')
    source = undefined
  }

  const hear = ({ type, target }: Event) => {
    if (!(target instanceof Element)) return
    if (type === 'dragstart') {
      end()
      const begun = (source = target)
      // The browser's drag image must not have the mark.
      setTimeout(() => source === begun && begun.setAttribute('lv-dragged', ''))
    } else if (type === 'dragover') mark(target.closest('[lv-drop]'))
    else if (type !== 'dragleave') end()
    else if (target === over) mark(undefined)
  }
  for (const type of ['dragstart', 'dragover', 'dragleave', 'drop', 'dragend']) {
    addEventListener(type, hear)
  }
}

// A finger that rests on it means to drag, not to select.
const LOOK = `
:where([draggable=true]) { -webkit-user-select: none; user-select: none; -webkit-touch-callout: none }
:where([lv-dragged]) { opacity: 0.5 }
:where([lv-over]) { outline: 2px dashed currentColor; outline-offset: 2px }`
