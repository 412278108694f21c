/** Carries what was typed in forms over a reload for which the visitor has not asked: the server has lost their session. */

/** Any kind of field: properties that one kind lacks are undefined. */
type Field = Omit<HTMLInputElement, 'type'> & Omit<HTMLSelectElement, 'type'> & { type: string }

/** Notes it in the history, which every frame has: a preview has no storage. Not secrets, since browsers write the history down. */
export function keepTyped(shownIn: (field: never) => string) {
  const typed: Record<string, string> = {}
  for (const field of document.querySelectorAll<Field>(':is(input,textarea,select)[id]'))
    if (
      field.form?.hasAttribute('lv-submit') &&
      !/password|cc-|one-time|hidden|file/.test(`${field.type} ${field.autocomplete}`) &&
      (field.options ||
        field.value !== field.defaultValue ||
        field.checked !== field.defaultChecked)
    )
      typed[field.id] = shownIn(field as never)
  history.replaceState({ ...history.state, telarTyped: typed }, '')
}

/** Puts it into the fields of the new page, as a browser does when somebody comes back. */
export function giveBack() {
  const { telarTyped, ...state } = history.state ?? {}
  if (!telarTyped) return
  history.replaceState(state, '')
  for (const id in telarTyped) {
    const field = document.getElementById(id) as Field | null
    const text = telarTyped[id]
    if (!field) continue
    if (field.options)
      for (const one of field.options) one.selected = text.split('\0').includes(one.value)
    else if (/^(checkbox|radio)$/.test(field.type)) field.checked = text === 'true'
    else field.value = text
  }
}
