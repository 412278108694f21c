/** What a page of the reference is made of: blocks, which one component shows and one function writes as Markdown. */
import type { Lang } from '../words/words.ts'

/** Where a page stands in the list beside it. */
export type GroupId =
  | 'guide'
  | 'component'
  | 'template'
  | 'events'
  | 'commands'
  | 'forms'
  | 'addresses'
  | 'driver'
  | 'layout'
  | 'topics'
  | 'stores'
  | 'serving'
  | 'testing'
  | 'wire'

export interface ReferencePage {
  /** Without a language: `/reference/form`. */
  readonly path: string
  readonly title: string
  /** The title is a name of the code. */
  readonly isName: boolean
  readonly group: GroupId
  /** One line over the title: what kind of name it is, and where it is imported from. */
  readonly kind?: string
  /** Markdown. */
  readonly lead: string
  readonly leadLang: Lang
  /** Plain text for search engines and lists. */
  readonly description: string
  readonly blocks: readonly Block[]
}

/** `lang` says in which language a text is, where that may differ from the page's. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly lang?: Lang }
  | {
      readonly kind: 'heading'
      readonly level: 2 | 3
      readonly id: string
      readonly text: string
      readonly lang?: Lang
    }
  | {
      readonly kind: 'code'
      readonly code: string
      readonly language: string
      /** What it is, over it. */
      readonly label?: string
      /** Opens it where it can be run and changed. */
      readonly open?: Link
    }
  | { readonly kind: 'terms'; readonly terms: readonly Term[] }
  | { readonly kind: 'links'; readonly links: readonly (Link & { readonly text: string })[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly lang?: Lang
      /** Markdown in each cell. */
      readonly rows: readonly (readonly string[])[]
    }

export interface Link {
  readonly href: string
  readonly name: string
  readonly isName?: boolean
  readonly lang?: Lang
}

/** A name, what it is at a glance, and what is said of it. */
export interface Term {
  readonly id?: string
  readonly name: string
  /** A type, a default, who is at fault: behind the name. */
  readonly note?: string
  /** The note is code. */
  readonly isType?: boolean
  readonly text: readonly { readonly label?: string; readonly text: string; readonly lang?: Lang }[]
}
