/** The rule that files, calls and attributes in the prose exist: in the lesson, in the engine, or in what every program has. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Fault, fault, type Rule } from './fault.ts'
import { filesOf, foldersOf, has, type Lesson, read } from './lesson.ts'
import { lineOf, textsOf, walk } from './mdx.ts'

export const namesExist: Rule = (lesson) => {
  const files = new Set(foldersOf(lesson).flatMap((folder) => Object.keys(filesOf(lesson, folder))))
  const words = wordsOfLesson(lesson)
  const faults: Fault[] = []
  for (const { file, tree } of textsOf(lesson)) {
    const own = new Set(
      [...walk(tree)].flatMap(({ type, value = '' }) =>
        type === 'code' ? identifiersIn(value) : [],
      ),
    )
    for (const node of walk(tree)) {
      if (node.type !== 'inlineCode') continue
      const code = node.value ?? ''
      const at = (text: string) => faults.push(fault(file, text, lineOf(node)))
      if (
        /^[\w-]+\.(ts|css|html|json|mdx?|m?js)$/.test(code) &&
        !files.has(code) &&
        !KNOWN_FILES.has(code)
      )
        at(`Expected a file of the lesson, received ${code}. Name one of ${[...files].join(', ')}.`)
      for (const [, name = ''] of code.matchAll(/([A-Za-z_$][\w$]*)\s*\(/g)) {
        if (!words.has(name) && !own.has(name) && !engineWords().has(name) && !PLATFORM.has(name))
          at(`Expected a call that the lesson or the engine has, received ${name}(…) in ${code}.`)
      }
      for (const [attribute] of code.matchAll(/\blv-[a-z-]+[a-z]/g)) {
        if (
          !engineWords().has(attribute) &&
          !words.has(attribute) &&
          !/^lv-[a-z]+$/.test(attribute)
        )
          at(`Expected an attribute that the lesson or the engine has, received ${attribute}.`)
      }
    }
  }
  return faults
}

const KNOWN_FILES = new Set(['package.json', 'tsconfig.json', 'server.ts', 'node.js', 'Node.js'])

const wordsOfLesson = (lesson: Lesson) =>
  new Set(
    [
      ...foldersOf(lesson).flatMap((folder) => Object.values(filesOf(lesson, folder))),
      ...['check.ts', 'review.ts'].flatMap((file) =>
        has(lesson, file) ? [read(lesson, file)] : [],
      ),
    ].flatMap(identifiersIn),
  )

const identifiersIn = (text: string) => text.match(/lv-[a-z-]+[a-z]|[A-Za-z_$][\w$]*/g) ?? []

let known: Set<string> | undefined

/** Every name in the engine and its client. */
function engineWords(): Set<string> {
  known ??= new Set(
    ['engine', 'wasm/client'].flatMap((room) =>
      readdirSync(join(REPOSITORY, room), { recursive: true, encoding: 'utf8' })
        .filter(
          (name) =>
            /\.(ts|md)$/.test(name) && !name.includes('node_modules') && !name.startsWith('dist'),
        )
        .flatMap((name) => identifiersIn(readFileSync(join(REPOSITORY, room, name), 'utf8'))),
    ),
  )
  return known
}

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))

/** What Node, the browser and the language have, as far as the engine does not use it itself. */
const PLATFORM: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...[Array, String, Number, Object, Promise, Map, Set, Date, Math, JSON, RegExp, Function].flatMap(
    (one) => [
      ...Object.getOwnPropertyNames(one),
      ...Object.getOwnPropertyNames((one as { prototype?: object }).prototype ?? {}),
    ],
  ),
  ...'addEventListener alert close cursor describe expect fetch getElementById innerHTML it kill location open querySelector reload requestAnimationFrame send setItem test url var'.split(
    ' ',
  ),
])
