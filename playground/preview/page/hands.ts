/** Does what a visitor does: presses, types. The page hears the events that a browser would send. */
import { findField, findPressable } from './names.ts'

export function press(name: string): void {
  const element = findPressable(name)
  if (!element) throw new Error(`Nothing here is called “${name}”.`)
  element.scrollIntoView({ block: 'nearest' })
  element.focus({ preventScroll: true })
  const at = { bubbles: true, cancelable: true, composed: true, button: 0 }
  element.dispatchEvent(new PointerEvent('pointerdown', at))
  element.dispatchEvent(new PointerEvent('pointerup', at))
  element.click()
}

export function type(text: string, into: string): void {
  const field = findField(into)
  if (!field) throw new Error(`No field here is called “${into}”.`)
  field.scrollIntoView({ block: 'nearest' })
  field.focus({ preventScroll: true })
  if (field instanceof HTMLSelectElement) {
    const option = [...field.options].find((one) => one.label === text || one.value === text)
    if (option) option.selected = true
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    field.value = text
  else field.textContent = text
  const init = { bubbles: true, composed: true }
  field.dispatchEvent(new InputEvent('input', { ...init, data: text, inputType: 'insertText' }))
  field.dispatchEvent(new Event('change', init))
}
