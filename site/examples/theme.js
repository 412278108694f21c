/** Gives an example the theme that the reader chose on the site, and marks one that is embedded in another page. */
const root = document.documentElement
const THEME_KEY = 'telar.theme'

function wear(theme) {
  if (theme === 'dark' || theme === 'light') root.dataset.theme = theme
}

try {
  wear(localStorage.getItem(THEME_KEY))
} catch {
  // Private windows may refuse storage: then the system's preference applies.
}
addEventListener('storage', ({ key, newValue }) => {
  if (key === THEME_KEY) wear(newValue)
})
if (window !== window.top) root.dataset.framed = ''
