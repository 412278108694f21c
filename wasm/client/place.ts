/** The visitor's position in a text field. */

/** Caret and selection of a text field; nothing for elements without one. */
export function selectionOf(
  field: HTMLInputElement | null,
): [number, number, 'forward' | 'backward' | 'none'] | undefined {
  if (typeof field?.selectionStart !== 'number') return undefined
  return [field.selectionStart, field.selectionEnd!, field.selectionDirection!]
}
