/** The error codes in the source of the playground and of the site: those of each class, and those of problems. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))

// What a reader, a visitor or whoever runs the site may meet. Other files of the site fail its build, with a sentence.
const SOURCES = [
  'playground',
  'site/lib/settings.ts',
  'site/lib/listen.ts',
  'site/lib/progress-file.ts',
]

interface SiteCodes {
  /** Codes that an error class allows. The source gives each of them. */
  readonly byClass: ReadonlyMap<string, ReadonlySet<string>>
  /** Codes that are given to a problem of a workspace. */
  readonly problems: ReadonlySet<string>
}

export function siteCodesInSource(): SiteCodes {
  const listed = execFileSync('git', ['ls-files', ...SOURCES], { cwd: root, encoding: 'utf8' })
  const byClass = new Map<string, ReadonlySet<string>>()
  const problems = new Set<string>()
  const given = new Set<string>()
  // Templates of projects are programs of their own.
  for (const file of listed
    .split('\n')
    .filter((name) => /\.tsx?$/.test(name) && !/templates\//.test(name))) {
    const text = readFileSync(join(root, file), 'utf8')
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
    const takers = takersOf(source)
    const visit = (node: ts.Node) => {
      if (ts.isClassDeclaration(node) && /Error$/.test(node.name?.text ?? ''))
        byClass.set(node.name!.text, codesOf(node, source))
      if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText()))
        for (const one of node.arguments ?? []) for (const code of literalsIn(one)) given.add(code)
      if (ts.isParameter(node) && node.name.getText() === 'code' && node.initializer)
        for (const code of literalsIn(node.initializer)) given.add(code)
      if (file.startsWith('playground/container/'))
        for (const code of problemCodesIn(node, takers)) problems.add(code)
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  for (const [name, codes] of byClass) {
    const never = [...codes].filter((code) => !given.has(code))
    if (never.length > 0) throw new Error(`${name} allows codes that nothing gives: ${never}.`)
  }
  return { byClass, problems }
}

/** The literals in the type of `code`, which may be named in the same file. */
function codesOf(node: ts.ClassDeclaration, source: ts.SourceFile): ReadonlySet<string> {
  const field = node.members.find(
    (one): one is ts.PropertyDeclaration =>
      ts.isPropertyDeclaration(one) && one.name.getText() === 'code',
  )
  const alias = source.statements.find(
    (one): one is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(one) && one.name.text === field?.type?.getText(),
  )
  const type = alias?.type ?? field?.type
  return new Set(type ? literalsIn(type) : [])
}

/** `{ owner, code: 'loop' }`, `{ code: 'json', message }`, and what is given to a function as its `code`. */
function problemCodesIn(node: ts.Node, takers: ReadonlyMap<string, number>): string[] {
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') {
    const beside = node.parent.properties.map((one) => one.name?.getText())
    return beside.includes('message') ? literalsIn(node.initializer, isValue) : []
  }
  if (!ts.isCallExpression(node)) return []
  const at = takers.get(node.expression.getText())
  const argument = at === undefined ? undefined : node.arguments[at]
  return argument ? literalsIn(argument, isValue) : []
}

/** Functions of a file that take a code, and as which argument. */
function takersOf(source: ts.SourceFile): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const visit = (node: ts.Node) => {
    const name = ts.isFunctionDeclaration(node)
      ? node.name?.text
      : ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent)
        ? node.parent.name.getText()
        : undefined
    if (name && (ts.isFunctionDeclaration(node) || ts.isArrowFunction(node))) {
      const at = node.parameters.findIndex(
        (one) => /^(problemC|c)ode$/.test(one.name.getText()) && one.type?.getText() === 'string',
      )
      if (at >= 0) found.set(name, at)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

const CODE = /^[a-z]+(-[a-z]+)*$/

// In `is === 'A' ? 'b' : 'c'` the condition gives no code.
const isValue = (node: ts.Node) =>
  !(
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken
  ) && !ts.isTypeOfExpression(node)

function literalsIn(node: ts.Node, isSought: (node: ts.Node) => boolean = () => true): string[] {
  if (!isSought(node)) return []
  if (ts.isStringLiteral(node)) return CODE.test(node.text) ? [node.text] : []
  const found: string[] = []
  ts.forEachChild(node, (one) => void found.push(...literalsIn(one, isSought)))
  return found
}
