/** A lesson's text as a tree, with the lines at which its parts stand. */
import { createProcessor } from '@mdx-js/mdx'
import { has, type Lesson, read } from './lesson.ts'

export interface Node {
  readonly type: string
  readonly children?: readonly Node[]
  readonly value?: string
  readonly name?: string | null
  readonly attributes?: readonly { name?: string; value?: unknown }[]
  readonly lang?: string | null
  readonly meta?: string | null
  readonly depth?: number
  readonly ordered?: boolean
  readonly url?: string
  readonly position?: { readonly start: { readonly line: number } }
}

export const LANGUAGES = ['en', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

export interface Text {
  /** `lesson.es.mdx` */
  readonly file: string
  readonly language: Language
  readonly tree: Node
}

export const fileOf = (language: Language) =>
  language === 'en' ? 'lesson.mdx' : `lesson.${language}.mdx`

/** The texts that are there. */
export const textsOf = (lesson: Lesson): Text[] =>
  LANGUAGES.filter((language) => has(lesson, fileOf(language))).map((language) =>
    textFrom(read(lesson, fileOf(language)), fileOf(language), language),
  )

export function textFrom(
  source: string,
  file: string,
  language: Language,
  reader: Pick<typeof processor, 'parse'> = processor,
): Text {
  // The head is left out, and its lines stay, so that those below keep their numbers.
  const body = source.replace(/^---\n[\s\S]*?\n---\n/, (head) => head.replace(/[^\n]/g, ''))
  return { file, language, tree: reader.parse(body) as unknown as Node }
}

const processor = createProcessor({ format: 'mdx' })

export const lineOf = (node: Node) => node.position?.start.line ?? 1

/** The node and all in it, in their order. */
export function* walk(node: Node): Generator<Node> {
  yield node
  for (const child of node.children ?? []) yield* walk(child)
}

export const isElement = ({ type }: Node) =>
  type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement'

export const elementsIn = (tree: Node, ...names: string[]) =>
  [...walk(tree)].filter((node) => isElement(node) && names.includes(node.name ?? ''))

/** Attributes as values: a number for `{8}`, true for one without a value. */
export function attributesOf({ attributes = [] }: Node): Record<string, string | number | true> {
  return Object.fromEntries(
    attributes.map(({ name, value }) => [name ?? '…', readValue(value)] as const),
  )
}

function readValue(value: unknown): string | number | true {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value
  const { value: code } = value as { value: string }
  return /^-?\d+(\.\d+)?$/.test(code.trim()) ? Number(code) : code.replace(/^(['"`])(.*)\1$/s, '$2')
}

/** What is read of a node; code in it too, unless it is left out. */
export function wordsIn(node: Node, { code = true } = {}): string {
  if (node.type === 'code') return ''
  if (node.type === 'inlineCode') return code ? (node.value ?? '') : ' '
  if (node.type === 'break') return ' '
  if (node.value !== undefined && node.type !== 'text') return ''
  return node.value ?? (node.children ?? []).map((child) => wordsIn(child, { code })).join('')
}

/** Paragraphs, headings and what else is read as one. */
export const passagesOf = (tree: Node, without: readonly Node[] = []): Node[] =>
  [...walk(tree)].filter(
    (node) =>
      isPassage(node) &&
      elementsIn(node, 'Choice').every((one) => one === node) &&
      !without.includes(node),
  )

// Choices stand in one paragraph and are read each for itself.
const isPassage = ({ type, name }: Node) =>
  type === 'paragraph' || type === 'heading' || type === 'tableCell' || name === 'Choice'
