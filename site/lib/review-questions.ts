/** The questions of a lesson's review.ts, read from its text: a built site imports no lesson. */

export interface Question {
  id: string
  /** The question in English, which is also the key of its translation. */
  title: string
  /** The classes of review.ts that it runs on; without them it runs on the lesson's solution. */
  code?: string
}

const STEP =
  /\bstep\(\s*'([a-z][a-z\d-]*)',\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`)/g
// At the left margin, as the formatter leaves it.
const CLASS = /^(?:export )?(?:abstract )?class (\w+)[\s\S]*?(?:^|\{)\}$/gm

export function questionsIn(review: string): Question[] {
  const classes = new Map(
    [...review.matchAll(CLASS)].map(([text, name = '']): [string, string] => [name, text]),
  )
  const steps = [...review.matchAll(STEP)]
  return steps.map(({ 1: id = '', 2: single, 3: double, 4: plain, index }, at) => {
    const body = review.slice(index, steps[at + 1]?.index ?? review.length)
    const own = /\bvisit\(\s*(\w+)/.exec(body)?.[1]
    const code = own && classes.has(own) ? withNamed(own, classes) : undefined
    const title = (single ?? double ?? plain ?? '').replace(/\\(.)/g, '$1')
    return { id, title, ...(code && { code }) }
  })
}

/** The class with all those that it names, in the order of the file. */
function withNamed(name: string, classes: ReadonlyMap<string, string>): string {
  const wanted = new Set([name])
  for (const one of wanted) {
    for (const other of classes.keys())
      if (new RegExp(`\\b${other}\\b`).test(classes.get(one) ?? '')) wanted.add(other)
  }
  return [...classes].flatMap(([one, text]) => (wanted.has(one) ? [text] : [])).join('\n\n')
}
