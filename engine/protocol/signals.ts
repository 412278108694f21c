/** What the document and the signals tell a tab about its session. */
import type { Answer } from './ops.ts'
import type { Window } from './window.ts'

/** What the client starts with: JSON in the document. */
export interface PageConfig {
  token: string
  /** The epoch in which the page was painted. */
  epoch: number
  /** The socket's path, on this page's host. */
  ws: string
  /** Names the page's policy: only pages with the same one can take each other's place in a document. */
  policy?: string
  /** Whether the tab sends its frames to the page that embeds it. */
  debug?: boolean
  /** Whether a driver may run scripts in this page. */
  scripts?: boolean
}

/** The signal `welcome`. */
export interface Welcome {
  epoch: number
  /** The last answered event, and the number of this frame. */
  applied: number
  frame: number
  window?: Window
  /** The outcomes of events that were not applied, which this tab may have missed. */
  answers?: Answer[]
  /** Whether the page is as the server has it; otherwise a repaint follows. */
  resumed: boolean
}

/** A failure, as a tab reports it or receives it. */
export interface TabFault {
  code: string
  message: string
  owner: 'app' | 'engine' | 'network' | 'host'
}

/** The signal `error`. */
export interface ServerFault extends TabFault {
  component?: string
  /** The session is over for this tab. */
  fatal?: boolean
  /** Reloading the page would help. */
  reload?: boolean
}

/** The signal `patch`: the page stays, and its address is this. */
export interface Patch {
  url: string
  /** The current entry of the history changes, where otherwise there is a new one. */
  replace?: boolean
}

/** The signal `navigate`: the tab goes to another page. */
export interface Navigate extends Patch {
  /** What the address bar shows instead of `url`. */
  as?: string
}

/** The signal `flash`. */
export interface Flash {
  kind: string
  text: string
}

/** The signal `gap`: the number of an event that is missing, while later ones have arrived. */
export interface Gap {
  expected: number
}
