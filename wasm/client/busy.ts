/** Shows that a button or a form with `lv-busy` is locked: its text, `aria-busy` and `aria-disabled`, until its event is answered. */
import { aside } from './changes.ts'
import type { Field } from './fields.ts'
import { unheard } from './hooks.ts'
import { write } from './own-writes.ts'
import type { Heard } from './queue.ts'

/** Shows it, if this event locks something. The result gives back what was there; what the server has written since stays. */
export function showBusy({ element, event, cause }: Heard): (() => void) | undefined {
  const submitter = (cause as SubmitEvent | undefined)?.submitter
  const isSubmit = event === 'submit'
  const words = submitter?.getAttribute('lv-busy') ?? element.getAttribute('lv-busy')
  if (words === null || !(isSubmit || event === 'click')) return undefined
  const pressed = isSubmit ? submitter : element
  const locked = isSubmit
    ? [...(element as HTMLFormElement).elements].filter((one) => (one as Field).type === 'submit')
    : [element]
  const undo: (() => void)[] = []
  const set = (one: Element, name: string, value: string) => {
    const end = write(one, name, () => value)
    undo.unshift(() => end(false))
  }
  unheard(() => {
    set(element, 'aria-busy', 'true')
    for (const one of locked) set(one, 'aria-disabled', 'true')
    if (!pressed) return
    set(pressed, 'aria-busy', 'true')
    if (!words) return
    if (pressed.localName === 'input') set(pressed, 'value', words)
    else undo.unshift(label(pressed, words))
  })
  return () =>
    unheard(() => {
      for (const one of undo) one()
    })
}

/** Puts a text in place of what stands in an element, which stays alive: the server may write there meanwhile. */
function label(element: Element, words: string): () => void {
  const shown = document.createElement('span')
  const own = document.createDocumentFragment()
  shown.textContent = words
  own.append(...element.childNodes)
  aside.add(own).add(element)
  element.append(shown)
  return () => {
    // If it is gone, a driver has overwritten the content.
    if (shown.parentNode === element) shown.replaceWith(own)
    aside.delete(element)
  }
}
