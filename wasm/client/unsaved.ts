/** Work that is not saved yet, where an element has `lv-unsaved`: the visitor is asked before they leave the page. */
import { worded } from './look.ts'

const UNSAVED = '[lv-unsaved]:not([lv-unsaved=false])'

/** The browser asks in its own words. */
export function askBeforeUnload() {
  addEventListener('beforeunload', (event) => {
    if (document.querySelector(UNSAVED)) event.preventDefault()
  })
}

/** Asks, if there is anything; true if the visitor may go. */
export function mayLeave(): boolean {
  const unsaved = document.querySelector(UNSAVED)
  if (!unsaved) return true
  const sentence = unsaved.getAttribute('lv-unsaved')!
  return confirm(/^(true)?$/.test(sentence) ? worded(LEAVE) : sentence)
}

const LEAVE = [
  'Not everything is saved. Leave the page?',
  'No está todo guardado. ¿Salir de la página?',
] as const
