/** What an author reads in the editor for the mistakes that are made most: the compiler's own words, held to. */
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { programOf } from '../support/compiled.ts'

const file = fileURLToPath(new URL('mistakes.ts', import.meta.url))

const BEFORE = `
import { html, LiveComponent, mount, provided, each } from 'telar'
import { visit } from 'telar/testing'
class Card extends LiveComponent<{ title: string }> {
  getTemplate() {
    return html\`<p>\${this.props.title}</p>\`
  }
}
const People = provided('people', ['Ada'])
`

const MISTAKES: readonly [title: string, code: string, message: string][] = [
  [
    'a handler that wants what no event has',
    'html`<button lv-click=${(event: { title: string }) => event.title}></button>`',
    [
      "Argument of type '(event: { title: string; }) => string' is not assignable to parameter of type 'TemplateValue'.",
      "  Type '(event: { title: string; }) => string' is not assignable to type 'Handler'.",
      "    Types of parameters 'event' and 'event' are incompatible.",
      "      Property 'title' is missing in type 'LiveEvent' but required in type '{ title: string; }'.",
    ].join('\n'),
  ],
  [
    'a prop that the child does not have',
    "mount(Card, { titel: 'Warp' })",
    "Object literal may only specify known properties, but 'titel' does not exist in type '{ title: string; } & { key?: string | number | undefined; }'. Did you mean to write 'title'?",
  ],
  [
    'a visit without the props that must be there',
    'visit(Card, { seed: 1 })',
    [
      "Argument of type '{ seed: number; }' is not assignable to parameter of type 'VisitOptions<{ title: string; }> & { props: { title: string; }; }'.",
      "  Property 'props' is missing in type '{ seed: number; }' but required in type '{ props: { title: string; }; }'.",
    ].join('\n'),
  ],
  [
    'a key that is no text and no number',
    'each([{ id: 1 }], (item) => item, (item) => html`<li>${item.id}</li>`)',
    "Type '{ id: number; }' is not assignable to type 'string | number | bigint'.",
  ],
]

const text = BEFORE + MISTAKES.map(([, code]) => `${code}\n;`).join('')
const program = programOf(new Map([[file, text]]))
const told = program.getSemanticDiagnostics(program.getSourceFile(file))

test.each(MISTAKES)(
  '%s is told so that it can be read',
  { tags: ['A23', 'kit-types'] },
  (_, code, message) => {
    const start = text.indexOf(code)
    const here = told.filter((one) => one.start! >= start && one.start! < start + code.length)
    expect(
      here.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ).toEqual([message])
  },
)

test('nothing else is wrong', { tags: ['A23'] }, () => {
  expect(told).toHaveLength(MISTAKES.length)
})
