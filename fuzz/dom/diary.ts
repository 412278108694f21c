/** What a component of a random page is told, and what it tells of itself. */
import type { Edit } from './edits.ts'

/** What happens in a session beside its state. */
export interface Diary {
  /** Handlers that ran: the event's name in the session, and what the handler was rendered as. */
  hit(event: string, mark: string): void
  /** A handler that is the same for every row ran: it knows its row from the event alone, as it stood when the visitor acted. */
  hitBy(event: string, mark: string): void
  /** Edits and words that ran. */
  happened(what: string): void
  lives(component: string): void
  dies(component: string): void
  /** What a driver read. */
  read(text: unknown): void
  feature(name: string): void
}

/** An edit with its number in the case. */
export interface Told {
  edit: Edit
  number: number
}
