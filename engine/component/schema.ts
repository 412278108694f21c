/** Checks a value against a Standard Schema, and describes what is wrong. */

/** A validator that follows Standard Schema v1 (zod, valibot, arktype, …). */
export interface StandardSchema<Output = unknown> {
  /** The version, the library's name, and the check itself; see standardschema.dev. */
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>
  }
}

/** What a schema makes of a value: the typed value, or what is wrong with it. */
type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] }

/** One thing that is wrong with a value, and where in it. */
export interface SchemaIssue {
  /** In the schema's words. */
  readonly message: string
  /** Keys from the whole value to the part that is wrong. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** Calls `then` with the schema's result: at once, or when an asynchronous schema has settled. */
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
  // The schemas of some libraries are functions.
  typeof (value as StandardSchema | null | undefined)?.['~standard']?.validate === 'function'

/** `address.city: Expected a text`; only the message if the whole value is wrong. */
export function issueText({ message, path }: SchemaIssue): string {
  const where = path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
  return where ? `${where}: ${message}` : message
}
