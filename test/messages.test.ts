/** Holds messages to their one pattern, `Expected X, received Y. Do Z.`: other words for the same do not come back. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const texts = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  // What a lesson says is prose, which `npm run lessons` reads.
  .filter((file) => !/^(test|lessons)\/|lesson-template/.test(file))
  .flatMap((file) => textsIn(readFileSync(join(root, file), 'utf8'), file))

test('no message says "got", "found" or "wants" where the pattern has "received" and "Expected"', () => {
  expect(texts.length).toBeGreaterThan(1_000)
  const odd = texts.filter(({ text }) => /\bgot\b|, found\b|\bwants\b|^Wanted\b/.test(text))
  expect(odd.map(shown)).toEqual([])
})

test('a message that says what was expected says what was received', () => {
  const half = texts.filter(({ text }) => /^([A-Z]+: )?expected /i.test(text))
  expect(half.length).toBeGreaterThan(100)
  expect(half.filter(({ text }) => !text.includes('received')).map(shown)).toEqual([])
})

test('the texts of a file are its literals, but for markup', () => {
  const code = [
    "throw new KeyError('key', `Expected a key, got ${kindOf(key)}.`)",
    "log.warn({ path }, isOld ? 'It wants more.' : 'b')",
    "const view = html`<p>She got ${more('c')}</p>`",
  ].join('\n')
  expect(textsIn(code, 'a.ts').map(({ line, text }) => `${line} ${text}`)).toEqual([
    '1 key',
    '1 Expected a key, got ….',
    '2 It wants more.',
    '2 b',
    '3 c',
  ])
})

interface Text {
  file: string
  line: number
  text: string
}

const shown = ({ file, line, text }: Text) => `${file}:${line} ${text}`

// A sentence may go through a function that throws or logs it, so every literal counts.
function textsIn(code: string, file: string): Text[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true)
  const found: Text[] = []
  const visit = (node: ts.Node) => {
    const text = textOf(node)
    if (text !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      found.push({ file, line: line + 1, text })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node.parent ?? node)) return undefined
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    .map(({ text }) => text)
    .join('…')
}
