/** Gives what the client itself shows a look that any rule of the page wins over. */

/** `css` should stand in `:where(…)`. A sheet of a script's own needs no leave of the page's policy. */
export function addLook(css: string) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
