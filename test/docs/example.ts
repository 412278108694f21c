/** Makes a program of an example: names of the doors and of the guide are in scope, results in comments are expected. */
import ts from 'typescript'

/** What an example may use without saying where it is from. */
export interface Scope {
  /** Name → the import that brings it in. */
  doors: ReadonlyMap<string, string>
  /** Name → the class of the guide, as `Counter`. */
  guide: ReadonlyMap<string, string>
}

/** The example as a module of its own. */
export function moduleOf(example: string, scope: Scope): string {
  const file = parse(example)
  const known = declaredIn(file)
  const before: string[] = []
  for (const name of namesIn(file)) {
    const statement = known.has(name) ? undefined : scope.guide.get(name)
    if (statement) before.push(statement)
  }
  const text = `${before.join('\n')}\n${example}`
  const whole = parse(text)
  const declared = declaredIn(whole)
  const imports = [...namesIn(whole)].flatMap((name) =>
    declared.has(name) ? [] : (scope.doors.get(name) ?? []),
  )
  return [...imports, text, 'export {}'].join('\n')
}

/** The same with each result that stands in a comment expected: `tab.text() // 'Clicked 1 times'`. */
export function checkedModuleOf(text: string): string {
  const file = parse(text)
  let checked = text
  for (const statement of [...file.statements].reverse()) {
    if (!ts.isExpressionStatement(statement)) continue
    const told = resultBehind(text.slice(statement.end))
    if (told === undefined) continue
    const { expression } = statement
    const call = `expect(${expression.getText(file)}).toEqual(${told})`
    checked = checked.slice(0, expression.getStart(file)) + call + checked.slice(expression.end)
  }
  return checked
}

/** Name → statement of the classes that a text declares. */
export function classesIn(text: string): Map<string, string> {
  const file = parse(text)
  const found = new Map<string, string>()
  for (const statement of file.statements.filter(ts.isClassDeclaration)) {
    if (statement.name) found.set(statement.name.text, statement.getText(file))
  }
  return found
}

/** The modules that a text imports. */
export const importsOf = (text: string) =>
  parse(text)
    .statements.filter(ts.isImportDeclaration)
    .map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text)

const parse = (text: string) =>
  ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS)

function declaredIn(file: ts.SourceFile): Set<string> {
  return new Set(file.statements.flatMap((statement) => [...namesOf(statement)]))
}

function* namesOf(statement: ts.Statement): Generator<string> {
  if (
    ts.isClassDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement)
  ) {
    if (statement.name) yield statement.name.text
  } else if (ts.isVariableStatement(statement)) {
    for (const { name } of statement.declarationList.declarations) {
      for (const part of ts.isIdentifier(name) ? [name] : name.elements) {
        if (ts.isIdentifier(part)) yield part.text
        else if (ts.isBindingElement(part) && ts.isIdentifier(part.name)) yield part.name.text
      }
    }
  } else if (ts.isImportDeclaration(statement)) {
    const bindings = statement.importClause?.namedBindings
    if (bindings && ts.isNamedImports(bindings)) {
      for (const { name } of bindings.elements) yield name.text
    }
  }
}

/** Identifiers that may mean something outside: no properties, no keys. */
function namesIn(file: ts.SourceFile): Set<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    const { parent } = node
    const isOfItsOwner =
      parent &&
      ((ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        ((ts.isPropertyAssignment(parent) ||
          ts.isMethodDeclaration(parent) ||
          ts.isPropertyDeclaration(parent) ||
          ts.isPropertySignature(parent)) &&
          parent.name === node))
    if (ts.isIdentifier(node) && !isOfItsOwner) names.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return names
}

// A comment is a result when it is a literal, which words may follow behind a colon; other words are for the reader.
function resultBehind(text: string): string | undefined {
  const [line = ''] = text.split('\n', 1)
  const told = /^[ \t]*\/\/ (.+)$/.exec(line)?.[1] ?? ''
  return /^(?:undefined|null|true|false|-?[\d.]+)(?=$|: )|^['"[{].*['"\]}]$/.exec(told)?.[0]
}
