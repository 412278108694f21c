/** Finds the end of an element whose content is text to the parser: `<script>`, `<style>`, `<textarea>` and similar ones. */

/** `end` is the position of the end tag, -1 without one. `doubled`: the position of a `<script` that hides the end tag from the parser. */
export function endOfText(text: string, name: string): { end: number; doubled?: number } {
  if (name === 'script') return endOfScript(text)
  return { end: text.search(new RegExp(`</${name}(?=[ \\t\\n\\f\\r/>]|$)`, 'i')) }
}

// The standard's "script data double escaped" state: after <!-- and <script the next end tag ends nothing.
function endOfScript(text: string): { end: number; doubled?: number } {
  let state: 'plain' | 'escaped' | 'doubled' = 'plain'
  let doubled = 0
  SIGNS.lastIndex = 0
  for (let found = SIGNS.exec(text); found; found = SIGNS.exec(text)) {
    const sign = found[0].toLowerCase()
    if (sign === '<!--') {
      if (state === 'plain') state = 'escaped'
      // The dashes may belong to --> as well.
      SIGNS.lastIndex = found.index + 2
    } else if (sign === '-->') state = 'plain'
    else if (sign === '<script') {
      if (state === 'escaped') {
        state = 'doubled'
        doubled = found.index
      }
    } else if (state === 'doubled') return { end: -1, doubled }
    else return { end: found.index }
  }
  return state === 'doubled' ? { end: -1, doubled } : { end: -1 }
}

const SIGNS = /<!--|-->|<\/?script(?=[ \t\n\f\r/>]|$)/gi

/** The end tag at this position, if it is complete and has no attributes. */
export function endTagAt(text: string, at: number, name: string): string | undefined {
  return new RegExp(`^</${name}[ \\t\\n\\f\\r]*>`, 'i').exec(text.slice(at))?.[0]
}

/** Why `<script>` is refused after `<!--` in a script. */
export const DOUBLED =
  'Expected no <script after <!-- in <script>, received one: the parser would not see the </script> that follows. Write \\u003c instead of < in data, or "<scr" + "ipt" in code.'
