/** Makes of an example what the playground can run: a file whose default export is a component. */
import prettier from 'prettier'
import ts from 'typescript'

/** What the playground has besides its reader's own files. */
const IN_PLAYGROUND = /^(telar|telar\/(server|testing)|node:.*)$/

/**
 * For each example a program, or undefined where the playground lacks a package that it imports. `examples` is test/docs/example.ts, which
 * says where names come from that an example uses without an import.
 */
export function createPrograms(names, guide, { classesIn, importsOf, moduleOf }) {
  const guideExamples = [...guide.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text]) => text)
  const scope = {
    doors: new Map(names.map((name) => [name.name, importOf(name)])),
    guide: new Map(guideExamples.flatMap((text) => [...classesIn(text)])),
  }
  return (example) => {
    const text = componentOf(example) ?? resultsOf(example)
    if (!text || FILE_BESIDE.test(text)) return undefined
    const module = moduleOf(text, without(scope, declaredIn(example))).replace(
      /\nexport \{\}$/,
      '\n',
    )
    return importsOf(module).every((from) => IN_PLAYGROUND.test(from)) ? tidied(module) : undefined
  }
}

const importOf = ({ name, kind, doors: [door] }) =>
  `import { ${['interface', 'type'].includes(kind) ? 'type ' : ''}${name} } from '${door}'`

// The playground opens one file.
const FILE_BESIDE = /\bimport\('\./

// What an example declares itself may stand in a method of its program, where it is not looked for.
const without = ({ doors, guide }, declared) => {
  const others = (names) => new Map([...names].filter(([name]) => !declared.has(name)))
  return { doors: others(doors), guide: others(guide) }
}

const declaredIn = (example) =>
  new Set(
    parse(example).statements.flatMap((one) =>
      ts.isVariableStatement(one)
        ? one.declarationList.declarations.map(({ name }) => name.getText())
        : (one.name?.text ?? []),
    ),
  )

/** The component that the example visits, with what it does to it as a comment. */
function componentOf(example) {
  const file = parse(example)
  const at = file.statements.findIndex((one) => visited(one) !== undefined)
  if (at < 0) return undefined
  const before = file.statements.slice(0, at)
  const name = visited(file.statements[at])
  const shown = before.find((one) => ts.isClassDeclaration(one) && one.name?.text === name)
  if (!shown || !before.every(declares)) return undefined
  const classAt = shown.getStart(file)
  const rest = example.slice(file.statements[at].getStart(file)).trimEnd()
  const code = example.slice(0, file.statements[at].getStart(file)).trimEnd()
  return `${code.slice(0, classAt)}export default ${code.slice(classAt)}\n\n// A test of it:\n${commented(rest)}\n`
}

// `const tab = await visit(Light)`, without props or options that a page would need.
function visited(statement) {
  if (!ts.isVariableStatement(statement)) return undefined
  const [{ initializer }] = statement.declarationList.declarations
  if (!initializer || !ts.isAwaitExpression(initializer)) return undefined
  const call = initializer.expression
  const isVisit =
    ts.isCallExpression(call) &&
    call.expression.getText() === 'visit' &&
    call.arguments.length === 1
  return isVisit && ts.isIdentifier(call.arguments[0]) ? call.arguments[0].text : undefined
}

const declares = (statement) =>
  ts.isClassDeclaration(statement) ||
  ts.isFunctionDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  ts.isVariableStatement(statement) ||
  ts.isImportDeclaration(statement)

const commented = (text) =>
  text
    .split('\n')
    .map((line) => `// ${line}`.trimEnd())
    .join('\n')

/** A component that runs the example once and lists the results that it tells. */
function resultsOf(example) {
  const file = parse(example)
  const imports = file.statements.filter(ts.isImportDeclaration)
  const body = file.statements.filter((one) => !ts.isImportDeclaration(one))
  // What a module declares or gives can't stand in a function.
  if (body.some((one) => ts.isModuleDeclaration(one) || ts.isExportAssignment(one)))
    return undefined
  const lines = body.map((statement) => {
    const text = statement.getFullText(file).replace(/^\n/, '')
    const told = isResult(example.slice(statement.end))
    if (!ts.isExpressionStatement(statement) || !told) return text
    const code = statement.expression.getText(file)
    return text.replace(code, () => `note(${quoted(code)}, ${code})`)
  })
  return `${imports.map((one) => one.getText(file)).join('\n')}

/** Runs the example and lists what its lines give. */
export default class Results extends LiveComponent {
  results: string[] = []

  async start() {
    const note = (code: string, value: unknown) =>
      this.results.push(\`\${code} → \${JSON.stringify(value)}\`)

${indented(withComments(example, file, lines))}
  }

  getTemplate() {
    return html\`<ol>\${this.results.map((line) => html\`<li><code>\${line}</code></li>\`)}</ol>\`
  }
}
`
}

// The comment behind a statement tells its result.
function withComments(example, file, lines) {
  const body = file.statements.filter((one) => !ts.isImportDeclaration(one))
  return body
    .map((statement, at) => {
      const [behind = ''] = /^[ \t]*\/\/.*/.exec(example.slice(statement.end)) ?? []
      return lines[at].replace(/^[ \t]*\/\/[^\n]*\n/, '') + behind
    })
    .join('\n')
}

const isResult = (text) =>
  /^[ \t]*\/\/ (?:(?:undefined|null|true|false|-?[\d.]+)(?=$|: |\n)|['"[{].*)/.test(text)

const quoted = (code) =>
  `'${code.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n\s*/g, ' ')}'`

const indented = (text) => text.replace(/^(?=.)/gm, '    ')

/** All imports first, one for each module, and the rest as this project is formatted. */
function tidied(text) {
  const named = new Map()
  const others = []
  const rest = text.replace(/^import (\{ (.*) \}|.*) from '(.*)'\n?/gm, (line, _, names, from) => {
    if (names) named.set(from, [...(named.get(from) ?? []), ...names.split(', ')])
    else others.push(line.trim())
    return ''
  })
  const imports = [...named]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([from, names]) => `import { ${[...new Set(names)].sort(byName).join(', ')} } from '${from}'`,
    )
  const style = { parser: 'typescript', semi: false, singleQuote: true, printWidth: 100 }
  return prettier.format([...others, ...imports, '', rest.trim()].join('\n'), {
    ...style,
    embeddedLanguageFormatting: 'off',
  })
}

const byName = (one, other) =>
  one.replace('type ', '').toLowerCase() < other.replace('type ', '').toLowerCase() ? -1 : 1

const parse = (text) =>
  ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS)
