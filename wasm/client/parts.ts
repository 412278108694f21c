/** The files beside the core, each fetched from a server that is there once a page needs it. */

export interface Parts {
  /** What drivers write and read. */
  driver: typeof import('./drive.ts')
  /** What an error asks for, and the words for what is not as it should be. */
  trouble: typeof import('./trouble.ts')
  /** Hooks, commands, what comes into sight. */
  extras: typeof import('./extras.ts')
  /** The decoder in JavaScript. */
  decoder: typeof import('./decode.ts')
}

/** Fetches `client-<name>.js` from where the core came from. */
export type Load = <Name extends keyof Parts>(name: Name) => Promise<Parts[Name]>
