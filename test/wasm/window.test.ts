/** The client's door to its surroundings: one file names what the others use of a browser. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../wasm/client', import.meta.url))
const door = join(folder, 'window.ts')

test('client/window.ts names all that the client uses of a browser, and nothing else', {
  tags: ['A23'],
  timeout: 120_000,
}, () => {
  const files = (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
  const used = files.filter((file) => file !== door).flatMap((file) => browserNamesIn(file, files))
  const named = /\{(.*?)\} = surroundings/s.exec(readFileSync(door, 'utf8'))![1]!
  const names = [...named.replace(/\/\/.*/g, '').matchAll(/\w+/g)].map(([name]) => name)
  expect([...new Set(used)].sort()).toEqual(names.sort())
})

let program: ts.Program | undefined

/** Bare names of values in a file that are declared for browsers; `Math` is among them, since it has chance. */
function browserNamesIn(file: string, files: string[]): string[] {
  program ??= ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  })
  const checker = program.getTypeChecker()
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return
    if (ts.isIdentifier(node) && isBare(node) && isBrowserValue(symbolOf(node, checker)))
      found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(program.getSourceFile(file)!)
  return found
}

// `window.x` asks for x each time, and `{ x }` on the left of an assignment names a property.
const isBare = (node: ts.Identifier) =>
  !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
  !(ts.isBindingElement(node.parent) && node.parent.initializer !== node)

const symbolOf = (node: ts.Identifier, checker: ts.TypeChecker) =>
  ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node)

// Members of interfaces have a parent; names that a file declares are not the library's.
function isBrowserValue(symbol: ts.Symbol | undefined): boolean {
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Value)) return false
  if ((symbol as unknown as { parent?: ts.Symbol }).parent) return false
  return (symbol.declarations ?? []).some((one) => {
    const { fileName } = one.getSourceFile()
    return (
      /lib\.dom[^/]*\.d\.ts$/.test(fileName) ||
      (symbol.name === 'Math' && /lib\.es5/.test(fileName))
    )
  })
}
