/** The rule that whatever a check can say is a whole sentence and has its translation, and nothing else has one. */
import ts from 'typescript'
import { type Fault, fault, type Rule } from './fault.ts'
import { has, type Lesson, read } from './lesson.ts'
import { checkOf } from './trial.ts'
import { wordsOf } from './words.ts'

const ES = 'check.es.json'

export interface Sentence {
  readonly file: string
  readonly line: number
  readonly kind: 'failure' | 'hint' | 'say'
  readonly text: string
}

export interface Translations {
  readonly titles: Readonly<Record<string, string>>
  readonly says: Readonly<Record<string, string>>
}

export const translated: Rule = async (lesson) => {
  if (!has(lesson, ES))
    return [fault(ES, 'Expected the Spanish sentences of the check, received no file. Add it.')]
  const { titles = {}, says = {} } = JSON.parse(read(lesson, ES)) as Partial<Translations>
  const faults: Fault[] = []
  const ids: string[] = []
  for (const file of checksOf(lesson)) {
    const { steps } = await checkOf(lesson, file)
    ids.push(...steps.map(({ id }) => id))
  }
  for (const id of ids) {
    if (!titles[id])
      faults.push(fault(ES, `Expected a title of step ${id}, received none. Add it to titles.`))
  }
  for (const id of Object.keys(titles)) {
    if (!ids.includes(id))
      faults.push(fault(ES, `Expected titles of steps alone, received ${id}. Take it away.`))
  }
  const sentences = await sentencesOf(lesson)
  for (const { file, line, text } of sentences) {
    const spanish = says[text]
    if (!spanish)
      faults.push(fault(file, `Expected a translation in ${ES}, received none of: ${text}`, line))
    else if (valuesIn(spanish) !== valuesIn(text))
      faults.push(
        fault(
          ES,
          `Expected the values ${valuesIn(text) || 'none'}, received ${valuesIn(spanish) || 'none'} in: ${spanish}`,
        ),
      )
  }
  const known = new Set(sentences.map(({ text }) => text))
  for (const text of Object.keys(says)) {
    if (!known.has(text))
      faults.push(
        fault(ES, `Expected sentences that the check can say, received one that it can't: ${text}`),
      )
  }
  return faults
}

/** Hints are long enough to explain and short enough to be read, in both languages, whether a wrong answer of ours meets them or not. */
export const hintsAreRead: Rule = async (lesson) => {
  const says = has(lesson, ES) ? (JSON.parse(read(lesson, ES)) as Translations).says : {}
  return (await sentencesOf(lesson))
    .filter(({ kind }) => kind === 'hint')
    .flatMap(({ file, line, text }) => [
      ...lengthOf(file, text, line),
      ...(says[text] ? lengthOf(ES, says[text]) : []),
    ])
}

function lengthOf(file: string, hint: string, line?: number): Fault[] {
  const { length } = wordsOf(hint)
  if (length >= 40 && length <= 160) return []
  return [fault(file, `Expected a hint of 40 to 160 words, received ${length}: ${hint}`, line)]
}

/** What is thrown or hinted can be translated: whole sentences, by `failure`. */
export const saysWhole: Rule = (lesson) =>
  checksOf(lesson).flatMap((file) => {
    const source = sourceOf(lesson, file)
    const faults: Fault[] = []
    each(source, (node) => {
      const at = (text: string) => faults.push(fault(file, text, lineIn(source, node)))
      if (ts.isNewExpression(node) && node.expression.getText(source) === 'Error')
        at(
          'Expected failure`…`, received new Error: its sentence can’t be translated. Throw failure`…`.',
        )
      if (isFailure(node, source) && ts.isTemplateExpression(node.template)) {
        for (const { expression } of node.template.templateSpans) {
          if (hasPiece(expression))
            at(
              `Expected numbers or what the page said as values of failure, received a piece of a sentence: ${expression.getText(source)}. Write two whole sentences.`,
            )
        }
      }
      const glued = gluedText(node, source)
      if (glued && !ts.isTaggedTemplateExpression(node.parent))
        at(
          `Expected whole sentences, received one that is glued together: ${glued.slice(0, 60)}… Write each as a literal.`,
        )
    })
    return faults
  })

/** A sentence with a value in it, outside of `failure`. */
function gluedText(node: ts.Node, source: ts.SourceFile): string | undefined {
  if (!ts.isTemplateExpression(node)) return undefined
  const text = node.getText(source)
  return wordsOf(text.replace(/\$\{[^}]*\}/g, '')).length >= 12 ? text : undefined
}

function hasPiece(value: ts.Expression): boolean {
  if (ts.isStringLiteralLike(value)) return wordsOf(value.text).length > 4
  if (ts.isConditionalExpression(value))
    return [value.whenTrue, value.whenFalse].some(
      (one) => ts.isStringLiteralLike(one) && /\s/.test(one.text),
    )
  return false
}

export const checksOf = (lesson: Lesson) =>
  (['check.ts', 'review.ts'] as const).filter((file) => has(lesson, file))

/** All that a check can say besides titles, each once. */
export async function sentencesOf(lesson: Lesson): Promise<Sentence[]> {
  const found = new Map<string, Sentence>()
  const add = (one: Sentence) => found.has(one.text) || found.set(one.text, one)
  for (const file of checksOf(lesson)) {
    const source = sourceOf(lesson, file)
    const { steps } = await checkOf(lesson, file)
    const says = new Set(
      steps.flatMap(({ play = [] }) => play).flatMap((act) => ('say' in act ? [act.say] : [])),
    )
    const titles = new Set(steps.map(({ title }) => title))
    const hints = new Set(steps.flatMap(({ hint }) => (typeof hint === 'string' ? [hint] : [])))
    for (const text of says) add({ file, line: lineOfText(source, text), kind: 'say', text })
    for (const text of hints) add({ file, line: lineOfText(source, text), kind: 'hint', text })
    each(source, (node) => {
      const line = lineIn(source, node)
      if (isFailure(node, source)) {
        add({ file, line, kind: 'failure', text: templateOf(node.template) })
        return
      }
      const text = literalOf(node)
      if (text === undefined || says.has(text) || titles.has(text) || isInFailure(node, source))
        return
      if (isSentence(text)) add({ file, line, kind: 'hint', text })
    })
  }
  return [...found.values()]
}

const isSentence = (text: string) =>
  /^[\p{Lu}“\d].*[.?”]$/su.test(text) && wordsOf(text).length >= 8

const sourceOf = (lesson: Lesson, file: string) =>
  ts.createSourceFile(file, read(lesson, file), ts.ScriptTarget.Latest, true)

function each(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node)
  ts.forEachChild(node, (child) => each(child, visit))
}

const lineIn = (source: ts.SourceFile, node: ts.Node) =>
  source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1

function lineOfText(source: ts.SourceFile, text: string): number {
  const at = source.text.indexOf(text.slice(0, 30))
  return at < 0 ? 1 : source.getLineAndCharacterOfPosition(at).line + 1
}

const isFailure = (node: ts.Node, source: ts.SourceFile): node is ts.TaggedTemplateExpression =>
  ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === 'failure'

/** The key of its translation, as `failure` makes it. */
function templateOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text
  return template.templateSpans.reduce(
    (said, { literal }, i) => `${said}{${i}}${literal.text}`,
    template.head.text,
  )
}

/** The text of a literal, or of several that are joined with +, at the outermost of them. */
function literalOf(node: ts.Node): string | undefined {
  if (isJoin(node.parent)) return undefined
  return joined(node)
}

function joined(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!isJoin(node)) return undefined
  const [left, right] = [joined(node.left), joined(node.right)]
  return left === undefined || right === undefined ? undefined : left + right
}

const isJoin = (node: ts.Node | undefined): node is ts.BinaryExpression =>
  node !== undefined &&
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.PlusToken

function isInFailure(node: ts.Node, source: ts.SourceFile): boolean {
  for (let above = node.parent; above; above = above.parent) {
    if (isFailure(above, source)) return true
  }
  return false
}

const valuesIn = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort().join(' ')
