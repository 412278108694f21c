/** What the compiler says to names, values and handlers of forms, for each library of schemas. */
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { programOf } from '../support/compiled.ts'

const FILE = fileURLToPath(new URL('forms-of-readers.ts', import.meta.url))

const HEAD = `import { type as ark } from 'arktype'
import * as v from 'valibot'
import { z } from 'zod'
import { form } from '../../engine/index.ts'
const zodForm = form(z.object({
  email: z.string(),
  age: z.coerce.number(),
  day: z.string().transform((text) => new Date(text)),
  address: z.object({ city: z.string().optional() }).optional(),
  tags: z.array(z.string()),
  lines: z.array(z.object({ name: z.string(), count: z.number() })),
  kind: z.enum(['person', 'company']),
}))
const valibotForm = form(v.object({ email: v.string(), lines: v.array(v.object({ name: v.string() })) }))
const arkForm = form(ark({ email: 'string', 'age?': 'number', address: { city: 'string' } }))
`

const CASES: [title: string, code: string, message: string | undefined][] = [
  ['a name of a field', "zodForm.field('email')", undefined],
  ['a nested name', "zodForm.field('address.city')", undefined],
  ['an item of a list', "zodForm.field('tags[0]')", undefined],
  ['a field in a line', "zodForm.field('lines[12].name')", undefined],
  ['a list as a whole', "zodForm.field('tags')", undefined],
  ['valibot: a field in a line', "valibotForm.field('lines[0].name')", undefined],
  ['arktype: a nested name', "arkForm.field('address.city')", undefined],
  ['arktype: a name that may be missing', "arkForm.field('age')", undefined],
  ['a name with a mistake', "zodForm.field('emial')", `'"emial"' is not assignable`],
  [
    'a nested name with a mistake',
    "zodForm.field('address.cty')",
    `'"address.cty"' is not assignable`,
  ],
  ['a mistake in a line', "zodForm.field('lines[0].nmae')", 'is not assignable'],
  ['valibot: a name with a mistake', "valibotForm.field('emial')", `'"emial"' is not assignable`],
  ['arktype: a name with a mistake', "arkForm.field('emial')", `'"emial"' is not assignable`],
  ['a message for a field that is none', "zodForm.error('emial')", 'is not assignable'],
  ['an error for a field that is none', "zodForm.setError('emial', 'No')", 'is not assignable'],
  ['an error about the whole', "zodForm.setError('', 'No')", undefined],
  [
    'what a handler gets is the output',
    'zodForm.submit(({ day, age }) => day.getTime() + age)',
    undefined,
  ],
  [
    'a handler that reads what the schema does not give',
    'zodForm.submit(({ dya }) => dya)',
    "Property 'dya' does not exist on type",
  ],
  [
    'valibot: what a handler gets',
    'valibotForm.submit(({ lines }) => lines[0]!.name.trim())',
    undefined,
  ],
  [
    'arktype: what a handler gets',
    'arkForm.submit(({ address }) => address.city.trim())',
    undefined,
  ],
  ['a value of the right type', "zodForm.set('lines[0].count', 3)", undefined],
  [
    'a value of another type',
    "zodForm.set('email', 3)",
    "Argument of type 'number' is not assignable to parameter of type 'string'.",
  ],
  [
    'initial values of another type',
    'form(z.object({ a: z.string() }), { initial: { a: 1 } })',
    'is not assignable to type',
  ],
  [
    'an initial value that there is not',
    'form(z.object({ a: z.string() }), { initial: { b: 1 } })',
    "'b' does not exist in type",
  ],
  [
    'a number is a text until it parses',
    'zodForm.values.lines![0]!.count!.toFixed()',
    "Property 'toFixed' does not exist on type",
  ],
  ['a schema that is none', 'form({})', 'is not assignable'],
]

test.each(CASES)('%s', { tags: ['A21', 'form-types'] }, (title, _, message) => {
  const found = said.get(title) ?? []
  if (message === undefined) expect(found).toEqual([])
  else expect(found.join(' ')).toContain(message)
})

const said = messagesOf()

/** Each case in a block of its own: title → what the compiler says in it. */
function messagesOf(): ReadonlyMap<string, string[]> {
  const blocks = CASES.map(([, code]) => `{ void (${code}) }`)
  const program = programOf(new Map([[FILE, `${HEAD}${blocks.join('\n')}\n`]]))
  const source = program.getSourceFile(FILE)!
  const start = HEAD.split('\n').length - 1
  const messages = new Map<string, string[]>()
  for (const fault of program.getSemanticDiagnostics(source)) {
    const { line } = source.getLineAndCharacterOfPosition(fault.start!)
    const title = CASES[line - start]?.[0] ?? `line ${line}`
    const text = ts.flattenDiagnosticMessageText(fault.messageText, ' ')
    messages.set(title, [...(messages.get(title) ?? []), text])
  }
  return messages
}
