/** The files besides the core, each loaded from the server when a page first needs it. */

export interface Parts {
  /** Messages about problems, reactions to errors, flashes, and the comparison of a whole page. */
  trouble: typeof import('./trouble.ts')
  /** Values of fields, and the visitor's state in nodes that must be removed to be moved. */
  fields: typeof import('./fields.ts')
  /** Drag and drop by touch and keys. */
  drag: typeof import('./drag/drag.ts')
  /**
   * Debounce and throttle, hooks, commands, elements coming into view; driver writes and reads, whether the page still shows
   * what it was told, and what others have put there; what sends frames to the embedding page.
   */
  extras: typeof import('./extras.ts')
  /** Addresses: links, history, pages that take this one's place, and what would be lost by that. */
  nav: typeof import('./nav/nav.ts')
  /** The decoder in JavaScript. */
  decoder: typeof import('./decode.ts')
}

/** Loads `client-<name>.js` from where the core came from; `again` after a failure. */
export type Load = <Name extends keyof Parts>(name: Name, again?: boolean) => Promise<Parts[Name]>

/** The part that handles an attribute or an event: `name` is the part after `lv-` in the markup. */
export function partFor(name: string): 'drag' | 'extras' | 'nav' | undefined {
  if (/^(link|unsaved)$/.test(name)) return 'nav'
  if (/^dr(ag|op)/.test(name)) return 'drag'
  return /^(debounce|throttle|busy|hook|enter|leave|do-)/.test(name) ? 'extras' : undefined
}
