/** A lesson as plain Markdown: what only a page can do becomes text. */

import { type ServerWords, wordsOf } from '../words/of.ts'
import type { Lang } from '../words/words.ts'
import { parseText, type TextNode } from './lesson-text.ts'
import type { Lesson } from './lessons.ts'

/** The whole lesson: its text, the code it starts with, and where it can be run. */
export function lessonMarkdown(lesson: Lesson, address: string): string {
  const { still } = wordsOf(lesson.lang)
  const files = Object.entries(lesson.start.files).map(
    ([name, text]) => `### ${name}\n\n\`\`\`${name.split('.').at(-1)}\n${text.trimEnd()}\n\`\`\`\n`,
  )
  return [
    `# ${lesson.title}\n`,
    `${lesson.goal}\n`,
    `${still.runHere} [${address}](${address})\n`,
    `${textMarkdown(lesson.prose, lesson.lang).trim()}\n`,
    `## ${still.startFiles}\n`,
    ...files,
  ].join('\n')
}

/** A lesson's text without elements. */
export function textMarkdown(text: string, lang: Lang): string {
  const words = wordsOf(lang)
  const edits: Edit[] = []
  const cut = (from: number, to: number, by: string) => edits.push({ from, to, by })
  const visit = (node: TextNode) => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const { start, end } = spanOf(node)
      const inner = node.children ?? []
      const [first, last] = [inner[0], inner.at(-1)]
      if (!first || !last) return cut(start, end, alone(node, words))
      cut(start, spanOf(first).start, opening(node, words))
      cut(spanOf(last).end, end, closing(node))
    }
    // The word behind the language says where the proof finds the block.
    if (node.type === 'code' && node.lang) {
      const { start } = spanOf(node)
      const fence = /^(`{3,}|~{3,})\S+[^\n]*/.exec(text.slice(start))
      if (fence) cut(start, start + fence[0].length, `${fence[1]}${node.lang}`)
    }
    for (const child of node.children ?? []) visit(child)
  }
  visit(parseText(text))
  return applied(text, edits).replace(/\n{3,}/g, '\n\n')
}

interface Edit {
  from: number
  to: number
  by: string
}

const spanOf = ({ position }: TextNode) => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
})

function opening(node: TextNode, words: ServerWords): string {
  switch (node.name) {
    case 'Try':
      return `**${words.lesson.tryIt}.** `
    case 'Watch':
      return `**${words.lesson.watch}.** `
    case 'Predict':
      return `**${words.still.predict}.** `
    case 'Passed':
      return `**${words.still.passed}**\n\n`
    case 'Choice':
      return '- '
    default:
      return ''
  }
}

const closing = (node: TextNode) => (node.type === 'mdxJsxTextElement' ? '' : '\n')

function alone(node: TextNode, { still }: ServerWords): string {
  const given = (name: string) => attribute(node, name)
  if (node.name === 'Scrub') return `*${still.scrub(given('value'), given('unit'))}*`
  if (node.name === 'Wire') return `*${still.wire}*`
  return ''
}

/** The value of an element's attribute as it is written: `"ms"` or `{1000}`. */
export function attribute(node: TextNode, name: string): string {
  const value = node.attributes?.find((one) => one.name === name)?.value
  if (typeof value === 'string') return value
  return String((value as { value?: unknown } | undefined)?.value ?? '')
}

function applied(text: string, edits: Edit[]): string {
  let out = ''
  let at = 0
  for (const { from, to, by } of edits.sort((one, other) => one.from - other.from)) {
    out += text.slice(at, from) + by
    at = to
  }
  return out + text.slice(at)
}
