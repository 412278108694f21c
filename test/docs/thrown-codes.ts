/** The error codes in the source of the engine and its client: those that types allow, and those that are given. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Codes {
  /** In a type of codes, so that a `switch` may meet it. */
  allowed: ReadonlySet<string>
  /** To an error that is made, or as the `code` of what a tab or a log is told. */
  given: ReadonlySet<string>
}

export function codesInSource(): Codes {
  const files = execFileSync('git', ['ls-files', 'engine', 'wasm/client'], {
    cwd: root,
    encoding: 'utf8',
  })
  const allowed = new Set<string>()
  const given = new Set<string>()
  for (const file of files.split('\n').filter((name) => name.endsWith('.ts'))) {
    const text = readFileSync(join(root, file), 'utf8')
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node) => {
      if (isTypeOfCodes(node)) for (const code of literalsIn(node)) allowed.add(code)
      const code = codeGivenIn(node)
      if (code) for (const one of literalsIn(code)) given.add(one)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return { allowed, given }
}

// `type FormCode = …`, and `CodedError<'input-refused'>`.
const isTypeOfCodes = (node: ts.Node) =>
  (ts.isTypeAliasDeclaration(node) && /Code$/.test(node.name.text)) ||
  (ts.isExpressionWithTypeArguments(node) && node.expression.getText() === 'CodedError')

function codeGivenIn(node: ts.Node): ts.Node | undefined {
  if (ts.isNewExpression(node)) {
    return /(Error|Outcome)$/.test(node.expression.getText()) ? node.arguments?.[0] : undefined
  }
  if (ts.isCallExpression(node)) {
    const called = node.expression.getText()
    return called === 'super' || called.endsWith('fail') ? node.arguments[0] : undefined
  }
  // `{ code: … }`, `const code = …` and `(message, code = …)`.
  if (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node) || ts.isParameter(node)) {
    return node.name.getText() === 'code' ? node.initializer : undefined
  }
  // The client names why it refuses a frame by a number.
  const isReasons = ts.isVariableStatement(node) && /^const REASONS\b/.test(node.getText())
  return isReasons ? node : undefined
}

const CODE = /^[a-z]+(-[a-z]+)+$|^(redirect|forbidden)$/

function literalsIn(node: ts.Node): string[] {
  const found: string[] = []
  const visit = (one: ts.Node) => {
    if (ts.isStringLiteral(one)) {
      const { text } = one
      if (CODE.test(text)) found.push(text)
      else if (/^(truncated|malformed|unknown|diverged)$/.test(text)) found.push(`frame-${text}`)
    }
    ts.forEachChild(one, visit)
  }
  visit(node)
  return found
}
