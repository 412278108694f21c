/** Whether a piece of code stands in a file, line by line. */

/** The first line of `code` that stands in none of the texts behind those before it; undefined if all of it stands in one. */
export function lineMissingIn(texts: readonly string[], code: string): string | undefined {
  const wanted = linesOf(code)
  const best = Math.max(0, ...texts.map((text) => longest(wanted, linesOf(text))))
  return best === wanted.length ? undefined : wanted[best]
}

/** How many of the wanted lines stand one after another in a file. */
function longest(wanted: readonly string[], there: readonly string[]): number {
  let most = 0
  for (let from = 0; from < there.length; from += 1) {
    let same = 0
    while (same < wanted.length && there[from + same] === wanted[same]) same += 1
    most = Math.max(most, same)
  }
  return most
}

// Indentation may differ, and empty lines with it; a template's mark may stand before its first line and behind its last.
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^return html`|^html`/, '')
        .replace(/`$/, ''),
    )
    .filter((line) => line !== '')
