/** Adds style sheets for what the client itself shows; any rule of the page overrides them. */

/** Write `css` in `:where(…)`. The page's policy does not restrict sheets that a script constructs. */
export function addLook(css: string) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
