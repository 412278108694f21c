/** Schemas that follow Standard Schema, made by hand as a library makes them. */
import type { SchemaIssue, StandardSchema } from '../../../engine/index.ts'

type Result<Output> = { value: Output } | { issues: SchemaIssue[] }

/** A schema of what `check` does, at once or later. */
export const schema = <Output>(
  check: (value: unknown) => Result<Output> | Promise<Result<Output>>,
): StandardSchema<Output> => ({
  '~standard': { version: 1, vendor: 'test', validate: check },
})

/** Reads a text of digits as a number. */
export const Age = schema<number>((value) =>
  /^\d{1,3}$/.test(String(value))
    ? { value: Number(value) }
    : { issues: [{ message: 'Expected a number of years' }] },
)

export interface Person {
  name: string
  age: number
}

/** A form with `name` and `age`; any other field is left out. */
export const Person = schema<Person>((value) => {
  const { name, age } = value as Record<string, string>
  const issues: SchemaIssue[] = []
  if (!name) issues.push({ message: 'Expected a name', path: ['name'] })
  if (!/^\d+$/.test(age ?? ''))
    issues.push({ message: 'Expected a number', path: [{ key: 'age' }] })
  return issues.length > 0 ? { issues } : { value: { name: name!, age: Number(age) } }
})
