/** Has a Standard Schema look at a value, and says in words what it found. */

/** A validator that follows Standard Schema v1 (zod, valibot, arktype, …). */
export interface StandardSchema<Output = unknown> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>
  }
}

/** What a schema makes of a value: the value as it types it, or what is wrong with the one that it was given. */
type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] }

/** One thing that is wrong with a value, and where in it. */
export interface SchemaIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** Calls `then` with what the schema says: at once, or when an asynchronous schema has settled. */
export function validate<Output, Result>(
  schema: StandardSchema<Output>,
  value: unknown,
  then: (result: SchemaResult<Output>) => Result,
): Result | Promise<Awaited<Result>> {
  const result = schema['~standard'].validate(value)
  return 'then' in result
    ? result.then(then as (result: SchemaResult<Output>) => never)
    : then(result)
}

export const isSchema = (value: unknown): value is StandardSchema =>
  // Some libraries' schemas are functions.
  typeof (value as StandardSchema | null | undefined)?.['~standard']?.validate === 'function'

/** `address.city: Expected a text`; the message alone for what is wrong with the whole. */
export function issueText({ message, path }: SchemaIssue): string {
  const where = path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
  return where ? `${where}: ${message}` : message
}
