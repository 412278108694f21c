/** The shape of dist/reference.json, which scripts/reference.mjs writes from the engine's doc comments. */

export type NameKind = 'function' | 'class' | 'interface' | 'type' | 'value'

export interface ReferenceData {
  readonly names: readonly PublicName[]
  readonly limits: readonly LimitRow[]
  readonly wire: Wire
}

export interface PublicName {
  readonly name: string
  readonly kind: NameKind
  /** Modules that export it: `telar`. */
  readonly doors: readonly string[]
  /** Where it is declared, from the engine's folder: `form/form.ts`. */
  readonly file: string
  readonly since: string
  /** TypeScript. */
  readonly signature: string
  /** Markdown. */
  readonly about: string
  readonly parameters: readonly Parameter[]
  readonly returns: string
  readonly throws: readonly string[]
  readonly examples: readonly Example[]
  readonly members: readonly Member[]
}

export interface Example {
  /** TypeScript. */
  readonly code: string
  /** The same as a file that the playground runs; absent where it lacks a package of the example. */
  readonly program?: string
}

export interface Parameter {
  readonly name: string
  readonly type: string
  readonly isOptional: boolean
  readonly value?: string
  readonly about: string
}

/** A property or a method of a class or an interface. */
export interface Member {
  readonly name: string
  readonly isMethod: boolean
  readonly isStatic: boolean
  readonly isOptional: boolean
  readonly signature: string
  readonly about: string
  readonly throws: readonly string[]
}

export interface LimitRow {
  readonly name: string
  readonly value: number
  readonly effect: string
}

export interface Wire {
  /** The page that each case starts from. */
  readonly start: string
  readonly ops: readonly WireOp[]
  /** Cases that are about no single op. */
  readonly whole: readonly WireCase[]
  readonly refused: readonly {
    readonly title: string
    readonly hex: string
    readonly code: string
  }[]
}

export interface WireOp {
  readonly name: string
  readonly number: number
  readonly fields: string
  readonly does: string
  readonly cases: readonly WireCase[]
}

/** A row of the conformance table. */
export interface WireCase {
  readonly title: string
  readonly hex: string
  readonly json: string
  readonly calls: readonly string[]
  readonly dom: readonly string[]
  readonly after: string
}
