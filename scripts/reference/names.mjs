/** The public names of the engine and what their comments say, as TypeDoc reads them. */
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import prettier from 'prettier'
import { Application, ReflectionKind, TSConfigReader } from 'typedoc'
import ts from 'typescript'
import { root } from '../prepare.mjs'
import { signatureText, typeParameters, typeText } from './type-text.mjs'

const engine = join(root, 'engine')
const DOORS = {
  telar: 'index.ts',
  'telar/server': 'server/index.ts',
  'telar/testing': 'testing/index.ts',
}
/** What the first version had; every later name says by `@since` when it came. */
const FIRST_VERSION = '0.1.0'
const FIRST_NAMES = new Set(
  JSON.parse(readFileSync(new URL('first-names.json', import.meta.url), 'utf8')),
)

export async function publicNames() {
  const project = await read()
  const kinds = kindsById(project)
  const found = new Map()
  for (const [door, file] of Object.entries(DOORS)) {
    const module = project.children.find(({ sources }) => sources?.[0]?.fileName === file)
    for (const reflection of module.children) {
      const { target } = reflection
      const id = target ?? reflection.id
      const known = found.get(id)
      if (known) known.doors.push(door)
      else found.set(id, { reflection, doors: [door] })
    }
  }
  const names = await Promise.all([...found.values()].map((one) => nameOf(one, kinds)))
  return names.sort(inOrder)
}

// By the alphabet; a function before the class that it makes.
const inOrder = (one, other) =>
  one.name.localeCompare(other.name, 'en', { sensitivity: 'base' }) ||
  (one.kind === 'function' ? -1 : 1)

function kindsById(reflection, kinds = new Map()) {
  kinds.set(reflection.id, reflection.kind)
  for (const child of reflection.children ?? []) kindsById(child, kinds)
  return kinds
}

async function read() {
  const app = await Application.bootstrap(
    {
      entryPoints: Object.values(DOORS).map((file) => join(engine, file)),
      tsconfig: join(engine, 'tsconfig.json'),
      basePath: engine,
      displayBasePath: engine,
      disableGit: true,
      sourceLinkTemplate: '{path}',
      readme: 'none',
      excludeExternals: true,
      excludeInternal: true,
      excludePrivate: true,
      excludeProtected: true,
      // `npm run check` looks at the types; what is not exported needs no page.
      skipErrorChecking: true,
      validation: { notExported: false, invalidLink: true, notDocumented: false },
      logLevel: 'Warn',
    },
    [new TSConfigReader()],
  )
  const project = await app.convert()
  if (!project) throw new Error('Expected TypeDoc to read the engine, received errors, see above.')
  return app.serializer.projectToObject(project, engine)
}

async function nameOf({ reflection, doors }, kinds) {
  const { name, sources } = reflection
  const kind = kindOf(reflection)
  const signatures = reflection.signatures ?? []
  // Of several ways to call it the one with an example is told in full.
  const signature =
    signatures.find(({ comment }) => tagOf(comment, '@example').length > 0) ?? signatures[0]
  // Before a function's own: a file's comment stands before its first export.
  const comment = signature?.comment ?? reflection.comment
  const others = signatures.filter((one) => one !== signature)
  return {
    name,
    kind,
    doors,
    file: relative(engine, join(engine, sources[0].fileName)),
    since: sinceOf(name, comment),
    signature: await formatted(declarationText(reflection, kind, kinds)),
    about: [comment, ...others.map((one) => one.comment)]
      .map((one) => textOf(one?.summary))
      .filter((text) => text)
      .join('\n\n'),
    parameters: (signature?.parameters ?? []).map((parameter) => parameterOf(parameter, comment)),
    returns: tagOf(comment, '@returns')[0] ?? '',
    throws: tagOf(comment, '@throws'),
    examples: tagOf(comment, '@example').map(unfenced),
    members: membersOf(reflection, kind),
  }
}

function kindOf({ kind, name }) {
  switch (kind) {
    case ReflectionKind.Function:
      return 'function'
    case ReflectionKind.Class:
      return 'class'
    case ReflectionKind.Interface:
      return 'interface'
    case ReflectionKind.TypeAlias:
      return 'type'
    case ReflectionKind.Variable:
      return 'value'
    default:
      throw new Error(
        `Expected a function, a class, a type or a value, received ${ReflectionKind[kind]} ${name}. Add it to scripts/reference/names.mjs.`,
      )
  }
}

function sinceOf(name, comment) {
  const [since] = tagOf(comment, '@since')
  if (since) return since.trim()
  if (FIRST_NAMES.has(name)) return FIRST_VERSION
  throw new Error(
    `Expected the comment of ${name} to say since which version it is there, received none. Add @since.`,
  )
}

function declarationText(reflection, kind, kinds) {
  const { name, signatures, extendedTypes = [], implementedTypes = [], children, type } = reflection
  const generic = typeParameters(reflection.typeParameters)
  switch (kind) {
    case 'function':
      return signatures.map((one) => `declare function ${name}${signatureText(one)}`).join('\n')
    case 'value':
      return `declare const ${name}: ${typeText(type)}`
    case 'type':
      return typeSource(reflection)
    default: {
      const isAbstract = reflection.flags?.isAbstract ? 'abstract ' : ''
      // An interface of the same name adds to a class what it extends.
      const isMerged = (one) =>
        kind === 'class' && kinds.get(one.target) === ReflectionKind.Interface
      const above =
        list(
          ' extends ',
          extendedTypes.filter((one) => !isMerged(one)),
        ) + list(' implements ', [...implementedTypes, ...extendedTypes.filter(isMerged)])
      const made = children?.find((child) => child.kind === ReflectionKind.Constructor)
      const inside =
        // What nobody is told to make by `new` has no comment there.
        kind === 'class' && made?.signatures.some(({ comment }) => comment)
          ? made.signatures.map(
              (one) => `constructor${signatureText(one, { returns: false, generic: false })}`,
            )
          : []
      return `${kind === 'class' ? `declare ${isAbstract}class` : 'interface'} ${name}${generic}${above} {${inside.join('\n')}}`
    }
  }
}

const list = (before, types) => (types.length ? before + types.map(typeText).join(', ') : '')

// As it is written: TypeDoc leaves out what a condition infers from a method.
function typeSource({ name, sources: [{ fileName }] }) {
  const text = readFileSync(join(engine, fileName), 'utf8')
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true)
  const alias = file.statements.find(
    (one) => ts.isTypeAliasDeclaration(one) && one.name.text === name,
  )
  return alias.getText(file).replace(/^export /, '')
}

// An empty body says nothing.
const formatted = async (code) =>
  (
    await prettier.format(code, {
      parser: 'typescript',
      semi: false,
      singleQuote: true,
      printWidth: 76,
    })
  )
    .trimEnd()
    .replace(/^declare /gm, '')
    .replace(/ \{\}$/, '')

const parameterOf = ({ name, type, flags, defaultValue, comment }, around) => ({
  name: name === '__namedParameters' ? 'options' : name,
  type: (flags?.isRest ? '...' : '') + typeText(type),
  isOptional: Boolean(flags?.isOptional || defaultValue !== undefined),
  ...(defaultValue !== undefined && defaultValue !== '...' && { value: defaultValue }),
  about: textOf(comment?.summary) || tagOf(around, `@param ${name}`).join(''),
})

const MEMBERS = new Set([ReflectionKind.Property, ReflectionKind.Accessor, ReflectionKind.Method])

function membersOf(reflection, kind) {
  const children =
    reflection.children ??
    (['type', 'value'].includes(kind) ? reflection.type?.declaration?.children : undefined) ??
    []
  // The engine's own are named by symbols; an error's name is that of its class.
  const isOwn = ({ name }) =>
    name.startsWith('[') || (kind === 'class' && name === 'name' && isError(reflection))
  return children.filter((child) => MEMBERS.has(child.kind) && !isOwn(child)).map(memberOf)
}

const isError = ({ extendedTypes = [] }) => extendedTypes.some(({ name }) => /Error$/.test(name))

function memberOf(child) {
  const { name, kind, flags, signatures, getSignature, type, defaultValue } = child
  const first = signatures?.[0] ?? getSignature
  const comment = child.comment ?? first?.comment
  const isMethod = kind === ReflectionKind.Method || isFunction(type)
  const written = type ?? getSignature?.type
  return {
    name,
    isMethod,
    isStatic: Boolean(flags?.isStatic),
    isOptional: Boolean(flags?.isOptional),
    signature: signatures
      ? signatures.map((one) => signatureText(one)).join(' | ')
      : `${typeText(written)}${defaultValue && defaultValue !== '...' ? ` = ${defaultValue}` : ''}`,
    about: textOf(comment?.summary),
    throws: tagOf(comment, '@throws'),
  }
}

const isFunction = (type) =>
  type?.type === 'reflection' && type.declaration.signatures !== undefined

const tagOf = (comment, name) =>
  (comment?.blockTags ?? []).filter(({ tag }) => tag === name).map(({ content }) => textOf(content))

const textOf = (parts = []) =>
  parts
    .map(({ kind, text }) =>
      kind === 'inline-tag' ? `\`${text}\`` : kind === 'text' ? withCodes(text) : text,
    )
    .join('')
    .trim()

// Errors are named without marks: `ComponentError 'component-default' when …`.
const withCodes = (text) =>
  text.replace(/'([a-z]+(?:-[a-z]+)+)'/g, '`$1`').replace(/(?<!`)\b([A-Z]\w+Error)\b(?!`)/g, '`$1`')

const unfenced = (text) => text.replace(/^```\w*\n/, '').replace(/\n```$/, '')
