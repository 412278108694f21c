/** What the reference says around the names: its frame, and the pages that are written by hand. */
import type { GroupId } from '../../reference/blocks.ts'
import type { CauseAndCure, ErrorCode, ErrorGroupId, Owner } from '../../reference/error-codes.ts'
import type { NameKind } from '../../reference/names.ts'
import type { SiteErrorGroup } from '../../reference/site-error-codes.ts'

/** A page written by hand. */
interface Written {
  readonly title: string
  readonly description: string
  /** Markdown. */
  readonly lead: string
}

/** A name and what it does, in Markdown. */
export interface Told {
  readonly name: string
  readonly text: string
}

/** A heading with text and names below it. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly text?: string
  readonly code?: { readonly language: string; readonly text: string }
  readonly names?: readonly Told[]
}

/** By where codes come from: who sees them, and each with cause and cure. */
export type SiteErrorWords = {
  readonly [Group in SiteErrorGroup as Group['id']]: {
    readonly title: string
    readonly seenBy: string
    readonly codes: Readonly<Record<Group['codes'][number], CauseAndCure>>
  }
}

export interface ReferenceWords {
  readonly title: string
  readonly description: string
  readonly lead: string
  /** The list of all pages, and its button on a phone. */
  readonly nav: string
  readonly home: string
  readonly groups: Readonly<Record<GroupId, string>>
  readonly kinds: Readonly<Record<NameKind, string>>
  /** `Function of telar` */
  kindFrom(kind: string, doors: string): string
  since(version: string): string
  readonly parameters: string
  readonly properties: string
  readonly methods: string
  readonly returns: string
  readonly throws: string
  readonly examples: string
  /** Above the example of another name. */
  exampleOf(name: string): string
  readonly related: string
  readonly optional: string
  byDefault(value: string): string
  readonly open: string
  readonly markdown: string
  readonly owners: Readonly<Record<Owner, string>>
  readonly errors: Written & {
    readonly cause: string
    readonly cure: string
    readonly groups: Readonly<Record<ErrorGroupId, string>>
    readonly codes: Readonly<Record<ErrorCode, CauseAndCure>>
    readonly site: SiteErrorWords
  }
  readonly attributes: Written & { readonly sections: readonly Section[] }
  readonly commands: Written & {
    readonly sections: readonly Section[]
    readonly list: string
  }
  readonly css: Written & { readonly sections: readonly Section[] }
  readonly limits: Written & {
    /** What happens at each limit, by its name; undefined where the engine's own sentences are in this language. */
    readonly effects: Readonly<Record<string, string>> | undefined
  }
  readonly protocol: Written & {
    readonly sections: readonly Section[]
    readonly ops: string
    readonly op: string
    readonly code: string
    readonly fields: string
    readonly does: string
    opDescription(name: string): string
    readonly bytes: string
    readonly json: string
    readonly calls: string
    readonly dom: string
    readonly after: string
    readonly start: string
    /** Cases of whole frames. */
    readonly whole: string
    readonly wholeText: string
    readonly refused: string
    readonly message: string
    readonly answer: string
  }
}
