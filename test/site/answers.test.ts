/** B2: what follows a question in a lesson's text is its answer, up to a heading or to where the text says so. */
import { expect, test } from 'vitest'
import { withAnswers } from '../../site/lib/answers.ts'
import { parseText, type TextNode } from '../../site/lib/lesson-text.ts'

/** The elements and the first words of a text, indented by what they stand in. */
function outlineOf(text: string): string {
  const tree = parseText(text)
  withAnswers()(tree)
  const lines: string[] = []
  const visit = (node: TextNode, depth: number) => {
    const says = node.children?.[0]?.value ?? ''
    const name = node.name ? `<${node.name}>` : `${node.type} ${says}`
    lines.push(`${'  '.repeat(depth)}${name.trim()}`)
    for (const child of node.children ?? []) if (child.type !== 'text') visit(child, depth + 1)
  }
  for (const child of tree.children ?? []) visit(child, 0)
  return lines.join('\n')
}

const question = (says: string) => `<Predict id="one">\n${says}\n</Predict>\n\n`

test('what follows a question is its answer, up to the next heading', () => {
  const text = `Before.\n\n${question('How many?')}Two.\n\n<Wire show="down" />\n\n### Next\n\nAfter.`
  expect(outlineOf(text)).toBe(
    `paragraph Before.
<Predict>
  paragraph How many?
  <Answer>
    paragraph Two.
    <Wire>
heading Next
paragraph After.`,
  )
})

test('a second question of the section waits for the answer of the first', () => {
  const text = `${question('How many?')}Two.\n\n${question('And then?')}Three.\n`
  expect(outlineOf(text)).toBe(
    `<Predict>
  paragraph How many?
  <Answer>
    paragraph Two.
    <Predict>
      paragraph And then?
      <Answer>
        paragraph Three.`,
  )
})

test('an answer ends where the text says so, and before what a reader sees who has passed', () => {
  expect(outlineOf(`${question('How many?')}Two.\n\n<AnswerEnd />\n\nYour turn.`)).toBe(
    `<Predict>
  paragraph How many?
  <Answer>
    paragraph Two.
<AnswerEnd>
paragraph Your turn.`,
  )
  expect(outlineOf(`${question('How many?')}<Passed>\nWell.\n</Passed>`)).toBe(
    `<Predict>
  paragraph How many?
<Passed>
  paragraph Well.`,
  )
})
