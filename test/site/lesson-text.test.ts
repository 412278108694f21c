/** B1: a lesson's text taken apart: ids of headings, sections for the search, Markdown. */
import { expect, test } from 'vitest'
import { textMarkdown } from '../../site/lib/lesson-markdown.ts'
import { headingIds, sectionsOf } from '../../site/lib/lesson-text.ts'

const TEXT = `Before *it*.

## Write a handler

Call \`this.add\`.

\`\`\`ts start
add() {}
\`\`\`

<Try>
Write it.
</Try>

<Predict id="first" of="start" press="Add one" measure="ops" answer="none">
What comes back?

<Choice value="setText">One text</Choice>
<Choice value="none">Nothing</Choice>
</Predict>

It takes <Bytes of="solution" press="Add one">8</Bytes> bytes.

<Wire show="down" />

## Text

<Scrub of="latency" from={0} to={1000} step={50} value={100} unit="ms" />

## Write a handler
`

test('a heading’s id comes from its words, is no other’s, and none of the page’s own', () => {
  expect(headingIds(TEXT)).toEqual(['write-a-handler', 'text-2', 'write-a-handler-2'])
  expect(headingIds('## Dónde vive “esto”, y por qué')).toEqual(['donde-vive-esto-y-por-que'])
})

test('a section has the prose and the code below its heading', () => {
  const [before, handler] = sectionsOf(TEXT, headingIds(TEXT))
  expect(before).toEqual({ id: '', heading: '', text: 'Before it.', code: '' })
  expect(handler?.id).toBe('write-a-handler')
  expect(handler?.heading).toBe('Write a handler')
  expect(handler?.code).toBe('add() {}\n')
  expect(handler?.text).toBe(
    'Call this.add. Write it. What comes back? One text Nothing It takes 8 bytes.',
  )
})

test('as Markdown, what only a page can do becomes text', () => {
  expect(textMarkdown(TEXT, 'en')).toBe(`Before *it*.

## Write a handler

Call \`this.add\`.

\`\`\`ts
add() {}
\`\`\`

**Try it.** Write it.

**Predict.** What comes back?

- One text
- Nothing

It takes 8 bytes.

*The page shows your own last frame here, field by field.*

## Text

*In the page you can change this value: 100 ms.*

## Write a handler
`)
})
