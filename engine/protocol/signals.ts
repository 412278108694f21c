/** What the document and the signals tell a tab about its session. */
import type { Answer } from './ops.ts'
import type { Window } from './window.ts'

/** What the client starts with: JSON in the document. */
export interface PageConfig {
  token: string
  /** The ownership that the page was painted under. */
  epoch: number
  /** The socket's path, on this page's host. */
  ws: string
  /** Whether the tab shows its frames to the page around it. */
  debug?: boolean
  /** Whether a driver may run scripts in this page. */
  scripts?: boolean
}

/** The signal `welcome`. */
export interface Welcome {
  epoch: number
  /** The last event that is answered, and the number of this frame. */
  applied: number
  frame: number
  window?: Window
  /** What came of events that were not applied, as far as this tab may not know. */
  answers?: Answer[]
  /** Whether the page stands as the server has it; else a repaint follows. */
  resumed: boolean
}

/** What has failed, as a tab tells it or is told. */
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
  /** The page would be right again if it were loaded anew. */
  reload?: boolean
}

/** The signal `flash`. */
export interface Flash {
  kind: string
  text: string
}

/** The signal `gap`: the number of an event that has not come, while later ones have. */
export interface Gap {
  expected: number
}
