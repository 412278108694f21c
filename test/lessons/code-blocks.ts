/** The rule that code in the prose is the lesson's own, line by line. */
import { type Fault, fault, type Rule } from './fault.ts'
import { filesOf, foldersOf, type Lesson } from './lesson.ts'
import { lineOf, textsOf, walk } from './mdx.ts'
import { lineMissingIn } from './pieces.ts'

const CHECKED = ['ts', 'html', 'css']

export const codeStands: Rule = (lesson) => {
  const faults: Fault[] = []
  for (const { file, tree } of textsOf(lesson)) {
    for (const node of walk(tree)) {
      if (node.type !== 'code' || !CHECKED.includes(node.lang ?? '')) continue
      const [folder = 'solution'] = (node.meta ?? '').split(/\s+/).filter(Boolean)
      if (folder === 'loose') continue
      const missing = missingIn(lesson, folder, node.value ?? '')
      if (missing) faults.push(fault(file, missing, lineOf(node)))
    }
  }
  return faults
}

function missingIn(lesson: Lesson, folder: string, code: string): string | undefined {
  if (!foldersOf(lesson).includes(folder))
    return `Expected a folder of the lesson behind the language, or loose, received ${folder}.`
  const missing = lineMissingIn(Object.values(filesOf(lesson, folder)), code)
  if (missing === undefined) return undefined
  return `Expected code that stands in ${folder}/, line by line, received “${missing}”. Copy it from there, or write loose behind the language.`
}
