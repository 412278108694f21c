/** What the dialog says that makes a project of the reader's files. */
export interface TakeHomeWords {
  readonly name: string
  readonly title: string
  readonly about: string
  making(kilobytes: number): string
  /** Nothing more has come for a while. */
  slow(kilobytes: number): string
  readonly retry: string
  readonly cancel: string
  made(file: string, kilobytes: number, milliseconds: number): string
  /** Stands before what went wrong. */
  readonly failed: string
  readonly again: string
  readonly next: string
  /** For a terminal. */
  readonly commands: string
  readonly guide: string
}
