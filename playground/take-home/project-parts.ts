/** What a project is made of, besides the code of whoever takes it home. */
export type Lang = 'en' | 'es'

/** What parts.mjs reads in this repository, and a built site serves. */
export interface Parts {
  /** Version of the engine. */
  readonly engine: string
  /** Versions of Node that the engine runs on, as `engines` of a package says it. */
  readonly node: string
  /** Package → version. */
  readonly versions: Readonly<Record<string, string>>
  /** Path → text of the files that all projects have. */
  readonly app: Readonly<Record<string, string>>
  /** Folder → path → text. */
  readonly templates: Readonly<Record<string, Readonly<Record<string, string>>>>
}
