/** Holds names to the glossary of CONTRIBUTING: a thing has one word, and an older word for it does not come back. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
const glossary = guide.slice(guide.indexOf('## Words'), guide.indexOf('## Decisions'))

/** What a row of the table says must not be declared, and files that must not be called so. */
const refused = [...glossary.matchAll(/^\| [^|]+ \| [^|]+ \| ([^|]+) \|$/gm)]
  .flatMap((row) => [...row[1]!.matchAll(/`([^`]+)`/g)])
  .map((match) => match[1]!)
const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')

test('no name is declared, and no file called, by a word that the glossary has replaced', () => {
  expect(refused.length).toBeGreaterThan(10)
  const names = new Set(refused.filter((word) => !/\.tsx?$/.test(word) && !word.endsWith('_')))
  const prefixes = refused.filter((word) => word.endsWith('_'))
  const paths = new Set(refused.filter((word) => /\.tsx?$/.test(word)))
  const found: string[] = []
  for (const file of files) {
    if (paths.has(file) || paths.has(basename(file))) found.push(file)
    const text = readFileSync(join(root, file), 'utf8')
    for (const name of declaredIn(text, file)) {
      const isOld = names.has(name) || prefixes.some((prefix) => name.startsWith(prefix))
      if (isOld) found.push(`${file}: ${name}`)
    }
  }
  expect(found).toEqual([])
})

function declaredIn(text: string, file: string): string[] {
  const names: string[] = []
  const visit = (node: ts.Node) => {
    const { name } = node as { name?: ts.Node }
    if (name && ts.isIdentifier(name) && isDeclaration(node)) names.push(name.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return names
}

const isDeclaration = (node: ts.Node) =>
  ts.isVariableDeclaration(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isMethodDeclaration(node)
