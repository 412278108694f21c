/** Work that is not saved yet, where an element has `lv-unsaved`: the visitor is asked before they leave the page. */
import { worded } from './look.ts'

const unsaved = () => document.querySelector('[lv-unsaved]:not([lv-unsaved=false])')

/** The browser asks in its own words. */
export function askBeforeUnload() {
  addEventListener('beforeunload', (event) => unsaved() && event.preventDefault())
}

/** Asks, if there is anything; true if the visitor may go. */
export function mayLeave(): boolean {
  const sentence = unsaved()?.getAttribute('lv-unsaved')
  return sentence == null || confirm(/^(true)?$/.test(sentence) ? worded(LEAVE) : sentence)
}

const LEAVE = ['Leave without saving?', '¿Salir sin guardar?'] as const
