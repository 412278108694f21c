/** What the client itself shows: in which language, and how it looks. */

/** The page says so; there are texts in English and in Spanish. */
export const isSpanish = () => document.documentElement.lang.startsWith('es')

/** Adds a style sheet that any rule of the page overrides: write `css` in `:where(…)`. The page's policy does not restrict sheets that a script constructs. */
export function addLook(css: string) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
