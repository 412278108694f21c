/** The reader's theme: the system's until the reader chooses one, then that choice, which is remembered. */

export type Theme = 'light' | 'dark'

const KEY = 'telar.theme'
const CHANGED = 'telar-theme'

/** Runs before the first paint, so that a reader who chose dark never sees a white flash. */
export const REMEMBERED_THEME = `try{var t=localStorage.getItem('${KEY}');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch{}`

/** The theme that the page shows now. */
export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'dark' || chosen === 'light') return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Shows `theme` and remembers it; if storage is refused it lasts as long as the page. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Private windows may refuse storage: the choice then ends with the page.
  }
  dispatchEvent(new Event(CHANGED))
}

/** Calls `listener` when the theme changes here, in another tab, or in the system. Returns a function that unsubscribes. */
export function onThemeChange(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const elsewhere = (event: StorageEvent) => {
    if (event.key !== KEY) return
    if (event.newValue === 'dark' || event.newValue === 'light') {
      document.documentElement.dataset.theme = event.newValue
    }
    listener()
  }
  system.addEventListener('change', listener)
  addEventListener('storage', elsewhere)
  addEventListener(CHANGED, listener)
  return () => {
    system.removeEventListener('change', listener)
    removeEventListener('storage', elsewhere)
    removeEventListener(CHANGED, listener)
  }
}
