/** Finds what a page's markup opens and does not close: the parser would continue into what follows. */
import { TemplateError } from './errors.ts'
import { textKind } from './markup-rules.ts'
import { tokenAt } from './raw-tokens.ts'
import { DOUBLED, endOfText } from './text-content.ts'

/** @throws TemplateError with line and column in `where`, the source of the markup. */
export function checkWhole(markup: string, where: string): void {
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at)) {
    const { end, tag, cut } = tokenAt(markup, at, false)
    if (cut)
      throw refusal(
        markup,
        at,
        where,
        `Expected the end of ${show(markup, at)}, received the end of the markup. Close it.`,
      )
    const name = tag?.name.toLowerCase() ?? ''
    if (!tag || tag.isEnd || !(textKind(name, true) || name === 'plaintext')) {
      at = end
      continue
    }
    const { end: close, doubled } = endOfText(markup.slice(end), name)
    if (doubled !== undefined) throw refusal(markup, end + doubled, where, DOUBLED)
    if (close < 0 || name === 'plaintext') {
      throw refusal(
        markup,
        at,
        where,
        `Expected </${name}> after <${name}>, received none. Close it.`,
      )
    }
    at = end + close
  }
}

const show = (markup: string, at: number) => JSON.stringify(markup.slice(at, at + 20))

function refusal(markup: string, at: number, where: string, sentence: string): TemplateError {
  const lines = markup.slice(0, at).split('\n')
  const line = lines.length
  const column = lines.at(-1)!.length + 1
  const error = new TemplateError('template-syntax', `${sentence} (${where}:${line}:${column})`)
  error.line = line
  error.column = column
  return error
}
