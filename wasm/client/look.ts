/** What the client itself shows: in which language, and how it looks. */
import { SPANISH } from '../../engine/protocol/names.ts'

/** A text in English and in Spanish: the one for the page's language. */
export const worded = (both: readonly [string, string]) =>
  both[SPANISH.test(document.documentElement.lang) ? 1 : 0]

/** Adds a style sheet that any rule of the page overrides: write `css` in `:where(…)`. The page's policy does not restrict sheets that a script constructs. */
export function addLook(css: string) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
