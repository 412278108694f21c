/** The types that a form takes from its schema. */
import type { StandardSchema } from '../component/schema.ts'
import type { FieldName } from './names.ts'

type TypesOf<Schema> = Schema extends { readonly '~standard': infer Standard }
  ? 'types' extends keyof Standard
    ? NonNullable<Standard['types']>
    : undefined
  : undefined

/** What a schema gives. */
export type OutputOf<Schema> =
  TypesOf<Schema> extends { readonly output: infer Output }
    ? Output
    : Schema extends StandardSchema<infer Output>
      ? Output
      : never

/** What a schema takes; for one that does not say so, what it gives. */
export type InputOf<Schema> =
  TypesOf<Schema> extends { readonly input: infer Input } ? Input : OutputOf<Schema>

/** What a form starts with: any part of the values. */
export type Initial<Value> = Value extends Date | readonly unknown[] | ((...args: never) => unknown)
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Initial<Value[Key]> | null }
    : Value

/** Values as typed: a number or a date is a text until it parses, and anything may be missing. */
export type Typed<Value> = Value extends string | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Typed<Item>[]
    : Value extends Date | number | bigint
      ? Value | string | undefined
      : Value extends object
        ? { readonly [Key in keyof Value]?: Typed<Value[Key]> }
        : Value

/** The value at a name. */
export type ValueAt<Values, Name extends string> = Name extends `${infer First}.${infer Rest}`
  ? ValueAt<At<Values, First>, Rest>
  : At<Values, Name>

type At<Values, Key extends string> = Key extends `${infer List}[${string}]`
  ? At<Values, List> extends infer Items
    ? NonNullable<Items> extends readonly (infer Item)[]
      ? Item
      : unknown
    : never
  : Key extends keyof NonNullable<Values>
    ? NonNullable<Values>[Key]
    : unknown

/** The messages of a form by the names of its fields; `''` is the form as a whole. */
export type ErrorsOf<Input> = Readonly<Partial<Record<FieldName<Input> | '', readonly string[]>>>
