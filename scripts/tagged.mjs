/** Which tests carry which tags, read from their source, so that nothing needs to run for it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** @returns {{ title: string, tags: string[], file: string }[]} in `folder`, of Vitest (`tags`) and of Playwright (`tag`, each with an @) */
export function taggedTests(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((file) => testsIn(readFileSync(join(folder, file), 'utf8'), file))
}

function testsIn(text, file) {
  const tests = []
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && /^tags?$/.test(node.name.getText()) && isList(node)) {
      const title = titleBeside(node.parent)
      const tags = node.initializer.elements.map(({ text }) => text.replace(/^@/, ''))
      if (title) tests.push({ title, tags, file })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return tests
}

const isList = ({ initializer }) =>
  ts.isArrayLiteralExpression(initializer) && initializer.elements.every(ts.isStringLiteral)

// A title stands before the options, in a call or in a table's row, or in the same object as `title`.
function titleBeside(options) {
  const own = options.properties.find(({ name }) => name?.getText() === 'title')
  const [first, second] = options.parent.arguments ?? options.parent.elements ?? []
  const title = own?.initializer ?? (second === options ? first : undefined)
  return title?.getText().replace(/^['"`]|['"`]$/g, '')
}
