/** The files beside the core, each fetched from a server that is there once a page needs it. */

export interface Parts {
  /** The words for what is not as it should be, errors and what they ask for, flashes, and what compares a whole page. */
  trouble: typeof import('./trouble.ts')
  /** What may stand in fields, and what the visitor has in nodes that must be taken out to be moved. */
  fields: typeof import('./fields.ts')
  /** Drag and drop by touch and keys. */
  drag: typeof import('./drag.ts')
  /**
   * Debounce and throttle, hooks, commands, what comes into sight; what drivers write and read, whether the page still shows
   * what it was told, and what others have put there; what shows frames to the page around.
   */
  extras: typeof import('./extras.ts')
  /** The decoder in JavaScript. */
  decoder: typeof import('./decode.ts')
}

/** Fetches `client-<name>.js` from where the core came from; `again` after it failed. */
export type Load = <Name extends keyof Parts>(name: Name, again?: boolean) => Promise<Parts[Name]>

/** The part that knows what to do with an attribute or an event: `name` is what stands behind `lv-` in the markup. */
export function partFor(name: string): 'drag' | 'extras' | undefined {
  if (/^dr(ag|op)/.test(name)) return 'drag'
  return /^(debounce|throttle|hook|enter|leave|do-)/.test(name) ? 'extras' : undefined
}
