/** Tells whether a text is one value of a CSS declaration, or would continue as something else. */

/** What is wrong with it, in words to follow "received …"; undefined for a valid value. */
export function cssFault(value: string, isCustom: boolean): string | undefined {
  const open: string[] = []
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(value); found; found = TOKEN.exec(value)) {
    const [token, quote, closed] = found
    if (quote) {
      if (!closed) return 'a quote that does not end'
    } else if (token.startsWith('/*')) {
      if (!/^\/\*[\s\S]*\*\/$/.test(token)) return 'a comment that does not end'
    } else if (/^url\(/i.test(token)) {
      if (!token.endsWith(')')) return 'an address in url( that needs quotes, or does not end'
    } else if (CLOSED_BY.has(token)) {
      if (token === '{' && !isCustom) return 'a brace'
      open.push(CLOSED_BY.get(token)!)
    } else if (/^[)\]}]$/.test(token)) {
      if (open.pop() !== token) return `a ${token} that closes nothing`
    } else if (open.length === 0) {
      if (token === ';') return 'a semicolon, which would begin another property'
      if (token.startsWith('!') && !isLast(value, token, found.index)) return 'a !'
    }
  }
  if (open.length > 0) return `nothing that closes it: ${open.at(-1)} is missing`
  return /\\$/.test(value.replace(/\\\\/g, '')) ? 'a \\ at its end' : undefined
}

const isLast = (value: string, token: string, at: number) =>
  /^!\s*important$/i.test(token) && value.slice(at + token.length).trim() === ''

// A quoted text ends at the end of its line, as in the standard; a character after \ belongs to the text.
const TOKEN =
  /\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|(["'])(?:\\[\s\S]|(?!\1)[^\\\n\r\f])*(\1)?|(?<![\w-])url\(\s*(?!["'\s])(?:\\[^\n\r\f]|[^"'()\\\s])*\s*\)?|!\s*important(?![\w-])|\\[\s\S]|[()[\]{};!]/gi

const CLOSED_BY: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])
