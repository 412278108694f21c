/** What a page and the script in its previews say to each other, by `postMessage`. */

/** Something a visitor does, by the names that they see. */
export type VisitorAction =
  | { readonly press: string }
  | { readonly type: string; readonly into: string }
  /** Milliseconds in which the visitor does nothing. */
  | { readonly wait: number }

/** Asked of a preview once; it answers with a value or a sentence. */
export type Ask =
  | { readonly do: 'press'; readonly name: string }
  | { readonly do: 'type'; readonly text: string; readonly into: string }
  /** Outlines what says this or is called so, and scrolls it into view. */
  | { readonly do: 'look'; readonly at: string }
  /** Drops the connection for so many milliseconds. */
  | { readonly do: 'cut'; readonly ms: number }
  /** The text of the first element that a selector finds. */
  | { readonly do: 'read'; readonly selector: string }
  /** Which elements can be marked. */
  | { readonly do: 'list' }
  /** Notes from now on which elements change. */
  | { readonly do: 'record' }
  /** Their tag names since then, as `tagsOf` writes them. */
  | { readonly do: 'recorded' }

/** An element that can be marked. */
export interface Markable {
  readonly id: number
  readonly tag: string
  /** Its text or name, shortened. */
  readonly says: string
  readonly role: string
}

/** What holds in a preview until it is set again; a new document is told at once. */
export interface Settings {
  /** Milliseconds that a message needs more for the way there and back together. */
  readonly latency: number
  /** What waits for the reader's prediction, and what is reported when it happens. */
  readonly watched: readonly { readonly action: VisitorAction; readonly held: boolean }[]
  /** Ids of the elements that are marked; undefined while nobody marks. */
  readonly marks?: readonly number[] | undefined
}

export const NO_SETTINGS: Settings = { latency: 0, watched: [] }

/** Where something is in the preview's window, in its pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a preview says by itself. */
export type Told =
  /** Its document is new and knows no settings. */
  | { readonly type: 'here' }
  /** The action was kept from the page. */
  | { readonly type: 'held'; readonly action: VisitorAction; readonly box: Box }
  /** The action happens now; `at` in epoch milliseconds. What changes is noted from here. */
  | { readonly type: 'done'; readonly action: VisitorAction; readonly at: number }
  /** The reader pressed an element to mark or unmark it. */
  | { readonly type: 'marked'; readonly marks: readonly number[] }

export type ToPreview =
  | { readonly source: 'telar-page'; readonly id: number; readonly ask: Ask }
  | { readonly source: 'telar-page'; readonly settings: Settings }

export type FromPreview =
  | { readonly source: 'telar-preview'; readonly told: Told }
  | { readonly source: 'telar-preview'; readonly id: number; readonly value: unknown }
  | { readonly source: 'telar-preview'; readonly id: number; readonly refused: string }

export const sameAction = (one: VisitorAction, other: VisitorAction) =>
  JSON.stringify(one) === JSON.stringify(other)
