/** The rule that both languages say the same in the same order: headings, elements, code, lists. */
import { type Fault, fault, type Rule } from './fault.ts'
import { has, type Lesson } from './lesson.ts'
import {
  attributesOf,
  fileOf,
  isElement,
  lineOf,
  type Node,
  type Text,
  textsOf,
  wordsIn,
} from './mdx.ts'

export const sameStructure: Rule = (lesson) => {
  const [english, spanish] = textsOf(lesson)
  for (const language of ['en', 'es'] as const) {
    if (!has(lesson, fileOf(language)))
      return [fault(fileOf(language), 'Expected the text in both languages, received no file.')]
  }
  const difference = differenceOf(english!, spanish!)
  return difference ? [difference] : []
}

/** The first thing that stands in one of two texts and not in the other. */
export function differenceOf(english: Text, spanish: Text): Fault | undefined {
  const [wanted, found] = [partsOf(english.tree), partsOf(spanish.tree)]
  for (let i = 0; i < Math.max(wanted.length, found.length); i += 1) {
    const [one, other] = [wanted[i], found[i]]
    if (one?.is === other?.is) continue
    return fault(
      spanish.file,
      `Expected ${one ? `as in line ${one.line} of ${english.file}: ${one.is}` : 'nothing more'}, received ${other?.is ?? 'the end of the text'}.`,
      other?.line ?? found.at(-1)?.line,
    )
  }
  return undefined
}

interface Part {
  readonly is: string
  readonly line: number
}

/** What stands in a text, in order. An element inside of a sentence may stand elsewhere in it. */
function partsOf(node: Node): Part[] {
  const line = lineOf(node)
  const below = (node.children ?? []).flatMap(partsOf)
  switch (node.type) {
    case 'heading':
      return [{ is: `a heading of level ${node.depth}`, line }]
    case 'code':
      return [{ is: `code ${node.lang ?? ''} ${node.meta ?? ''}\n${node.value}`, line }]
    case 'list':
      return [
        { is: `a list of ${node.children?.length} ${node.ordered ? 'steps' : 'points'}`, line },
        ...below,
      ]
    case 'table':
      return [{ is: `a table of ${node.children?.length} rows`, line }, ...below]
    case 'paragraph':
      return below.toSorted((a, b) => (a.is < b.is ? -1 : a.is > b.is ? 1 : 0))
    default:
      return isElement(node) ? [{ is: elementIn(node), line }, ...below] : below
  }
}

function elementIn(node: Node): string {
  const { unit: _, label: __, ...given } = attributesOf(node)
  const said = Object.entries(given).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  const text = node.name === 'Bytes' ? ` ${wordsIn(node).replace(/[.,\s]/g, '')}` : ''
  return `<${node.name}${said.sort().join('')}>${text}`
}

export const headsSay: Rule = (lesson: Lesson) => {
  const faults: Fault[] = []
  const { title, part, minutes, project, goal, focus } = lesson.head
  const file = 'lesson.mdx'
  for (const [name, value] of Object.entries({ title, goal })) {
    if (typeof value !== 'string' || !value)
      faults.push(fault(file, `Expected ${name} at its top, received ${value}.`, 1))
  }
  if (typeof part !== 'number' || part < 1 || part > 8)
    faults.push(fault(file, `Expected part to be 1 to 8, received ${part}.`, 1))
  const isLong = lesson.isTest || typeof project === 'number'
  if (typeof minutes !== 'number' || (!isLong && (minutes < 3 || minutes > 10)))
    faults.push(fault(file, `Expected minutes to be 3 to 10, received ${minutes}.`, 1))
  if (typeof focus !== 'string' || !/^[\w.-]+:\d+$/.test(focus))
    faults.push(
      fault(
        file,
        `Expected focus to be a file and a line like counter.ts:9, received ${focus}.`,
        1,
      ),
    )
  return faults
}
