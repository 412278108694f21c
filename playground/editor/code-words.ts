/** Colours code with a few lines of rules: before the editor is loaded, and where there is none. */

export type Role = 'keyword' | 'text' | 'tag' | 'name' | 'number' | 'comment' | 'plain'

interface CodeWord {
  readonly text: string
  readonly role: Role
}

type Rule = readonly [RegExp, Role]

/** The words of a file, in order; together they contain every character. */
export function codeWords(name: string, text: string): CodeWord[] {
  const words: CodeWord[] = []
  const add = (text: string, role: Role) => {
    const last = words.at(-1)
    if (last?.role === role) words[words.length - 1] = { text: last.text + text, role }
    else if (text) words.push({ text, role })
  }
  if (name.endsWith('.ts')) script(text, 0, add)
  else if (name.endsWith('.css')) plain(text, CSS, add)
  else if (name.endsWith('.html')) plain(text, [...TAG_RULES], add)
  else add(text, 'plain')
  return words
}

type Add = (text: string, role: Role) => void

// Code up to the brace that ends it, or to the end; returns where it stopped.
function script(text: string, from: number, add: Add): number {
  let depth = 0
  for (let at = from; at < text.length; ) {
    if (text[at] === '}' && depth-- === 0 && from > 0) return at
    if (text[at] === '{') depth++
    const literal = sticky(/(html|svg)?`/y, text, at)
    if (literal) {
      const tag = literal.slice(0, -1)
      add(tag, 'plain')
      add('`', 'text')
      at = template(text, at + literal.length, tag !== '', add)
      continue
    }
    at += word(text, at, SCRIPT, add)
  }
  return text.length
}

function template(text: string, from: number, isMarkup: boolean, add: Add): number {
  let isInTag = false
  for (let at = from; at < text.length; ) {
    if (text[at] === '`') {
      add('`', 'text')
      return at + 1
    }
    if (text.startsWith('${', at)) {
      add('${', 'plain')
      at = script(text, at + 2, add)
      if (at < text.length) add('}', 'plain')
      at++
      continue
    }
    if (!isMarkup) {
      at += word(text, at, TEXT, add)
      continue
    }
    if (text[at] === '<') isInTag = true
    if (text[at] === '>') isInTag = false
    at += word(text, at, isInTag ? TAG_RULES : MARKUP_TEXT, add)
  }
  return text.length
}

function plain(text: string, rules: readonly Rule[], add: Add) {
  for (let at = 0; at < text.length; ) at += word(text, at, rules, add)
}

function word(text: string, at: number, rules: readonly Rule[], add: Add): number {
  for (const [pattern, role] of rules) {
    const found = sticky(pattern, text, at)
    if (!found) continue
    add(found, role)
    return found.length
  }
  add(text[at]!, 'plain')
  return 1
}

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

const KEYWORDS =
  /\b(?:abstract|as|async|await|break|case|catch|class|const|continue|default|delete|do|else|export|extends|false|finally|for|from|function|get|if|implements|import|in|instanceof|interface|let|new|null|of|override|private|protected|public|readonly|return|satisfies|set|static|super|switch|this|throw|true|try|type|typeof|undefined|var|void|while|yield)\b/y

const SCRIPT: readonly Rule[] = [
  [/\/\/[^\n]*|\/\*[\s\S]*?\*\//y, 'comment'],
  [/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y, 'text'],
  [KEYWORDS, 'keyword'],
  [/\b\d[\d_.]*\b/y, 'number'],
  [/\b[A-Z][\w$]*/y, 'name'],
  [/[\w$]+|\s+/y, 'plain'],
]
const TEXT: readonly Rule[] = [[/\\.|[^`$\\]+|\$/y, 'text']]
const MARKUP_TEXT: readonly Rule[] = [[/[^<`$]+|\$/y, 'plain']]
const TAG_RULES: readonly Rule[] = [
  [/<!--[\s\S]*?-->/y, 'comment'],
  [/(?<=<\/?)[a-zA-Z][\w-]*/y, 'tag'],
  [/"[^"`$]*"?|'[^'`$]*'?|(?<==)[^\s"'`$>]+/y, 'text'],
  [/lv-[\w-]+/y, 'keyword'],
  [/[a-zA-Z.?][\w-]*/y, 'name'],
]
const CSS: readonly Rule[] = [
  [/\/\*[\s\S]*?\*\//y, 'comment'],
  [/"[^"\n]*"|'[^'\n]*'/y, 'text'],
  [/@[\w-]+/y, 'keyword'],
  [/[\w-]+(?=\s*:[^{}]*[;}])/y, 'tag'],
  [/#[\da-f]{3,8}\b|-?\b\d[\d.]*(?:[a-z]+|%)?/iy, 'number'],
  [/[.#]?[a-zA-Z][\w-]*/y, 'plain'],
]
