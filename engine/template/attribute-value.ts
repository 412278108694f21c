/** Reads the value of an attribute: its static texts and the values between them. */
import type { Cursor } from './cursor.ts'

/** Static parts and value indexes; no parts at all for an attribute without `=`. */
export function attributeValue(
  cursor: Cursor,
  element: string,
  name: string,
): { parts?: string[]; values: number[] } {
  const equals = /^\s*=\s*/.exec(cursor.rest)
  if (!equals) {
    if (cursor.isOver && !cursor.isLast && !/\s$/.test(cursor.text)) {
      throw cursor.fail(
        'template-place',
        `Expected no value in the name of an attribute, received one (${name}…) in <${element}>. Choose between two templates instead.`,
      )
    }
    return { values: [] }
  }
  cursor.move(equals[0].length)
  const quote = /^["']/.exec(cursor.rest)?.[0]
  if (quote) cursor.move(1)
  const stop = quote === '"' ? /"/ : quote === "'" ? /'/ : /[\s>]|\/(?=>)/
  const parts: string[] = []
  const values: number[] = []
  while (true) {
    const rest = cursor.rest
    const end = stop.exec(rest)
    if (end) {
      parts.push(rest.slice(0, end.index))
      cursor.move(end.index + (quote ? 1 : 0))
      return { parts, values }
    }
    parts.push(rest)
    cursor.move(rest.length)
    if (cursor.isLast) {
      throw cursor.fail(
        'template-syntax',
        `Expected ${quote ?? 'a space or >'} to close ${name} in <${element}>, received the end of the template.`,
      )
    }
    values.push(cursor.piece)
    cursor.next()
  }
}
