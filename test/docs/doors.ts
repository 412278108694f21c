/** The public names: what the three doors export, with their doc comments, read by the TypeScript compiler. */
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export interface PublicName {
  door: string
  name: string
  /** It is there at run time; the others are types. */
  isValue: boolean
  /** It is to be called or implemented; what is not is a mere shape. */
  acts: boolean
  documentation: string
  examples: readonly string[]
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Door → its file, as in the package's exports. */
export const DOORS: Readonly<Record<string, string>> = {
  telar: `${root}engine/index.ts`,
  'telar/server': `${root}engine/server/index.ts`,
  'telar/testing': `${root}engine/testing/index.ts`,
}

/** All of them, in the order of the doors. */
export function publicNames(program: ts.Program): PublicName[] {
  const checker = program.getTypeChecker()
  return Object.entries(DOORS).flatMap(([door, file]) => {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(file)!)!
    return checker.getExportsOfModule(symbol).map((exported): PublicName => {
      const { flags } = exported
      const meant = flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
      return {
        door,
        name: exported.name,
        isValue: (meant.flags & ts.SymbolFlags.Value) !== 0,
        acts: (meant.declarations ?? []).some(hasMethod),
        documentation: ts.displayPartsToString(meant.getDocumentationComment(checker)),
        examples: meant
          .getJsDocTags(checker)
          .filter(({ name }) => name === 'example')
          .map(({ text }) => ts.displayPartsToString(text)),
      }
    })
  })
}

const hasMethod = (declaration: ts.Declaration) =>
  ts.isInterfaceDeclaration(declaration) && declaration.members.some(ts.isMethodSignature)
