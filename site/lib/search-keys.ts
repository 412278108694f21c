/** The keys that open the search: Ctrl+K everywhere, and the slash where nobody types, unless the reader has turned it off. */

const KEY = 'telar.no-slash'

/** A single key can get in the way of screen readers and of people who speak to their computer, so it can be turned off. */
export function usesSlash(): boolean {
  try {
    return localStorage.getItem(KEY) === null
  } catch {
    return true
  }
}

export function setSlash(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, '1')
  } catch {
    // Private windows may refuse storage: then the slash keeps its meaning.
  }
}

export function opensSearch(event: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event
  if (altKey) return false
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' && !shiftKey
  // On many keyboards the slash needs Shift.
  return key === '/' && !isTyping(target) && usesSlash()
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null)
