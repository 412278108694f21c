/** PURE: which part of a lesson's text gives away the answer to a question. */
import type { TextNode } from './lesson-text.ts'

/**
 * Puts what follows a `<Predict>` into an `<Answer>` at its end, so that the question can fold it: up to the next heading, to `<Passed>`,
 * or to `<AnswerEnd />`. For `remarkPlugins` of MDX.
 */
export const withAnswers = () => (tree: unknown) => {
  const root = tree as TextNode
  root.children = gathered(root.children ?? [])
}

function gathered(nodes: readonly TextNode[]): TextNode[] {
  const at = nodes.findIndex(isQuestion)
  if (at < 0) return [...nodes]
  const question = nodes[at]!
  const rest = nodes.slice(at + 1)
  const end = rest.findIndex(endsAnswer)
  const answer = end < 0 ? rest : rest.slice(0, end)
  if (answer.length > 0) {
    const folded: TextNode = {
      type: 'mdxJsxFlowElement',
      name: 'Answer',
      attributes: [],
      // The next question waits for this one.
      children: gathered(answer),
    }
    question.children = [...(question.children ?? []), folded]
  }
  return [...nodes.slice(0, at + 1), ...(end < 0 ? [] : gathered(rest.slice(end)))]
}

const isElement = (node: TextNode, ...names: string[]) =>
  node.type === 'mdxJsxFlowElement' && names.includes(node.name ?? '')

const isQuestion = (node: TextNode) => isElement(node, 'Predict')

const endsAnswer = (node: TextNode) =>
  node.type === 'heading' || isElement(node, 'Passed', 'AnswerEnd')
