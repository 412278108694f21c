/** What the compiler says to wrong props, keys, slots, provided values, loads and streams of components. */
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { beforeAll, expect, test } from 'vitest'
import { programOf } from '../support/compiled.ts'

const CASES: [title: string, code: string, message: string | undefined][] = [
  ['right props', "mount(Row, { name: 'a', n: 1 })", undefined],
  [
    'right props with a key and a placeholder',
    "mount(Row, { key: 1, name: 'a' }, html`…`)",
    undefined,
  ],
  ['no props where none are needed', 'mount(Plain)', undefined],
  [
    'a prop of another type',
    "mount(Row, { name: 'a', n: '1' })",
    "Type 'string' is not assignable to type 'number'.",
  ],
  [
    'a prop that is missing',
    'mount(Row, { n: 1 })',
    "Property 'name' is missing in type '{ n: number; }' but required in type '{ name: string; n?: number | undefined; onAdd?: ((name: string) => void) | undefined; }'.",
  ],
  ['props that are missing', 'mount(Row)', 'Expected 2-3 arguments, but got 1.'],
  [
    'a prop that there is not',
    "mount(Row, { name: 'a', nmae: 1 })",
    "Object literal may only specify known properties, and 'nmae' does not exist in type '{ name: string; n?: number | undefined; onAdd?: ((name: string) => void) | undefined; } & { key?: string | number | undefined; }'.",
  ],
  [
    'a callback of another payload',
    "mount(Row, { name: 'a', onAdd: (n: number) => {} })",
    "Type '(n: number) => void' is not assignable to type '(name: string) => void'.",
  ],
  [
    'a key that is an object',
    "mount(Row, { name: 'a', key: {} })",
    "Type '{}' is not assignable to type 'string | number | undefined'.",
  ],
  [
    'a function in place of a class',
    'mount(() => html`…`)',
    "Argument of type '() => Rendered' is not assignable to parameter of type 'new () => Component'.",
  ],
  [
    'a slot that may stand in a template',
    "mount(Panel, { header: html`…`, children: 'text' })",
    undefined,
  ],
  [
    'a slot that may not',
    'mount(Panel, { header: new Date() })',
    "Type 'Date' is not assignable to type 'View'.",
  ],
  ['right props of a lazy component', "mount(lazy(async () => Row), { name: 'a' })", undefined],
  [
    'wrong props of a lazy component',
    'mount(lazy(async () => ({ default: Row })), { name: 1 })',
    "Type 'number' is not assignable to type 'string'.",
  ],
  [
    'an import without a component',
    'lazy(async () => ({ Row }))',
    "Type '{ Row: typeof Row; }' is not assignable to type 'LazyModule<Component>'.",
  ],
  ['a provided value', "new Row().provide(Theme, 'dark')", undefined],
  [
    'a provided value of another type',
    "new Row().provide(Theme, 'drak')",
    `Argument of type '"drak"' is not assignable to parameter of type '"light" | "dark"'.`,
  ],
  [
    'what is injected has the key’s type',
    'const theme: number = new Row().inject(Theme)',
    "Type 'string' is not assignable to type 'number'.",
  ],
  [
    'an item without the key',
    'each([{ id: 1 }], (item) => item.key, () => html`…`)',
    "Property 'key' does not exist on type '{ id: number; }'.",
  ],
  [
    'a key that can’t be one',
    'each([{ id: {} }], (item) => item.id, () => html`…`)',
    "Type '{}' is not assignable to type 'string | number | bigint'.",
  ],
  [
    'a row that is no template',
    'each([1], String, (n) => n)',
    "Type 'number' is not assignable to type 'Rendered'.",
  ],
  ['a load’s value before it is done', 'user.value.name', "'user.value' is possibly 'undefined'."],
  ['a load’s value once it is done', "user.state === 'done' && user.value.name", undefined],
  [
    'a stream’s refill of other rows',
    'stream((row: { id: number }) => row.id, { refill: () => [1] })',
    "Type 'number' is not assignable to type '{ id: number; }'.",
  ],
  [
    'a stream without refill',
    'stream((row: { id: number }) => row.id, {})',
    "Property 'refill' is missing",
  ],
  [
    'a row put into a stream of others',
    'rows.append({ id: 1 })',
    "Property 'text' is missing in type '{ id: number; }' but required in type '{ id: number; text: string; }'.",
  ],
  [
    'a key of another kind',
    "rows.delete('1')",
    "Argument of type 'string' is not assignable to parameter of type 'number'.",
  ],
  [
    'a row of a stream has the stream’s type',
    'each(rows, (row) => html`${row.txet}`)',
    "Property 'txet' does not exist on type '{ id: number; text: string; }'.",
  ],
  [
    'a handler that reads what an event has not',
    'const handler = (event: LiveEvent) => event.vlaue',
    "Property 'vlaue' does not exist on type 'LiveEvent'. Did you mean 'value'?",
  ],
  [
    'a handler that takes what its schema gives',
    'validated(Age, (age) => age.toFixed())',
    undefined,
  ],
  [
    'a handler that wants another type than its schema gives',
    'validated(Age, (age: string) => age.trim())',
    "Type 'number' is not assignable to type 'string'.",
  ],
  [
    'a field that the schema does not give',
    'validated(Order, (order) => order.amuont)',
    "Property 'amuont' does not exist on type '{ amount: number; note?: string | undefined; }'. Did you mean 'amount'?",
  ],
  [
    'a handler without a schema',
    'validated((age: number) => age)',
    'Expected 2 arguments, but got 1.',
  ],
  [
    'what is no schema',
    'validated(Number, (age) => age)',
    "Property ''~standard'' is missing in type 'NumberConstructor' but required in type 'StandardSchema<unknown>'.",
  ],
  [
    'visit with wrong props',
    'visit(Row, { props: { name: 1 } })',
    "Type 'number' is not assignable to type 'string'.",
  ],
]

const BEFORE = `
import { each, html, lazy, type LiveEvent, LiveComponent, load, mount, provided, type StandardSchema, stream, validated, type View } from 'telar'
import { visit } from 'telar/testing'
import { z } from 'zod'
class Row extends LiveComponent<{ name: string; n?: number; onAdd?: (name: string) => void }> {
  getTemplate() { return html\`…\` }
}
class Plain extends LiveComponent { getTemplate() { return html\`…\` } }
class Panel extends LiveComponent<{ header: View; children?: View }> { getTemplate() { return html\`…\` } }
const Theme = provided<'light' | 'dark'>('theme', 'light')
declare const Age: StandardSchema<number>
const Order = z.object({ amount: z.number(), note: z.string().optional() })
const user = load(() => ({ name: 'Ada' }))
const rows = stream((row: { id: number; text: string }) => row.id, { refill: () => [] })
`

let said: string[]

// One program for all cases: each stands on a line of its own.
beforeAll(() => {
  const file = fileURLToPath(new URL('cases.ts', import.meta.url))
  const text = `${BEFORE}${CASES.map(([, code]) => `{ ${code} }\n`).join('')}`
  const program = programOf(new Map([[file, text]]))
  const source = program.getSourceFile(file)!
  const before = BEFORE.split('\n').length - 1
  said = CASES.map(() => '')
  for (const diagnostic of program.getSemanticDiagnostics(source)) {
    const { line } = source.getLineAndCharacterOfPosition(diagnostic.start!)
    said[line - before] += ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')
  }
}, 240_000)

test.each(CASES.map(([title, , message], i) => [title, message, i] as const))(
  'types: %s',
  { tags: ['A1', 'compile-errors', 'typed-payloads'] },
  (_, message, i) => {
    if (message === undefined) expect(said[i]).toBe('')
    else expect(said[i]).toContain(message)
  },
)
