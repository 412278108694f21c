/** The messages between the page, the supervisor and the reader's process: commands in, events out. */
import type { Problem, StepResult } from './types.ts'

/** A field that a hot swap could not keep. */
export interface ResetField {
  field: string
  why: string
}

/** What the page asks of the supervisor, one JSON line each on its standard input. */
export type SupervisorCommand =
  | { type: 'swap'; run: number; files: string[]; entry: string }
  | { type: 'stop' }
  /** `folder` holds check.ts, and the files that are checked in files/. */
  | { type: 'check'; check: number; folder: string; files: string[]; entry: string }
  | { type: 'abandon'; check: number }

/** What the supervisor tells the page, one marked line each on its standard output. */
export type SupervisorEvent =
  | { type: 'step'; step: 'server' }
  | { type: 'ready' }
  | { type: 'console'; run: number; stream: 'out' | 'err'; text: string }
  | { type: 'refused'; run: number; alive: boolean; problems: Problem[] }
  | { type: 'serving'; run: number; port: number }
  | { type: 'reset'; run: number; fields: ResetField[] }
  | { type: 'fault'; run: number; problem: Problem }
  /** The number of times that the fault occurred again without being reported. */
  | { type: 'again'; run: number; problem: Problem; times: number }
  /** Files of the container are gone; only a new container helps. */
  | { type: 'lost'; run: number }
  | { type: 'blocked'; run: number; problem: Problem }
  | { type: 'exited'; run: number; code: number | null; signal: string | null }
  | { type: 'stopped'; run: number }
  | { type: 'checked'; check: number; step: StepResult }
  | { type: 'check-ended'; check: number; problem?: Problem }

// A reader's program is unlikely to print a record separator; an unfinished line may come before it.
const MARK = '\u001etelar '

/** One message as a line that can stand in a program's own output. */
export function encodeLine(message: object): string {
  return `${MARK}${JSON.stringify(message)}\n`
}

/** Splits a stream into marked messages and the plain text between them, in order. */
export class LineReader<Message extends object> {
  private rest = ''
  private readonly onMessage: (message: Message) => void
  private readonly onText: (text: string) => void

  constructor(onMessage: (message: Message) => void, onText: (text: string) => void) {
    this.onMessage = onMessage
    this.onText = onText
  }

  push(chunk: string): void {
    this.rest += chunk
    for (;;) {
      const at = this.rest.indexOf(MARK)
      if (at < 0) break
      const end = this.rest.indexOf('\n', at)
      if (end < 0) break
      this.say(this.rest.slice(0, at))
      this.read(this.rest.slice(at + MARK.length, end))
      this.rest = this.rest.slice(end + 1)
    }
    const keep = openMark(this.rest)
    this.say(this.rest.slice(0, keep))
    this.rest = this.rest.slice(keep)
  }

  /** Passes on what was held back; the stream has ended. */
  end(): void {
    this.say(this.rest)
    this.rest = ''
  }

  private say(text: string): void {
    if (text !== '') this.onText(text)
  }

  private read(json: string): void {
    try {
      this.onMessage(JSON.parse(json) as Message)
    } catch {
      this.say(`${json}\n`)
    }
  }
}

// Where an unfinished message, or the start of a mark, begins; the text's length if there is none.
function openMark(text: string): number {
  const whole = text.indexOf(MARK)
  if (whole >= 0) return whole
  const begun = text.lastIndexOf(MARK[0] as string)
  return begun >= 0 && MARK.startsWith(text.slice(begun)) ? begun : text.length
}
