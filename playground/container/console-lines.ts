/** Splits a program's output into the console's lines. */
import type { ConsoleLine, Problem } from './types.ts'

export type Printed = Pick<ConsoleLine, 'run' | 'stream'> & { text: string }

/** An unfinished line is shown as it is after this time. */
export const OPEN_LINE_MS = 60

const LONGEST_LINE = 10_000

export class ConsoleLines {
  private readonly now: () => number
  private readonly open = new Map<string, Printed>()
  private id = 0

  constructor(now: () => number) {
    this.now = now
  }

  /** The lines that `printed` completes, in the order in which they started; an unfinished line waits for its end, or for `flush`. */
  add({ run, stream, text }: Printed): ConsoleLine[] {
    const key = `${run} ${stream}`
    const others = [...this.open].filter(([other]) => other !== key)
    for (const [other] of others) this.open.delete(other)
    const earlier = others.map(([, printed]) => this.line(printed))
    const before = this.open.get(key)?.text ?? ''
    const rows = (before + withoutControls(text)).split('\n')
    const rest = rows.pop() as string
    if (rest === '') this.open.delete(key)
    else this.open.set(key, { run, stream, text: rest })
    return [...earlier, ...rows.map((row) => this.line({ run, stream, text: row }))]
  }

  get hasOpen(): boolean {
    return this.open.size > 0
  }

  flush(): ConsoleLine[] {
    const lines = [...this.open.values()].map((printed) => this.line(printed))
    this.open.clear()
    return lines
  }

  /** A whole line of the container itself, or one about a problem. */
  line(printed: Printed, problem?: Problem): ConsoleLine {
    const { run, stream } = printed
    const text =
      printed.text.length > LONGEST_LINE
        ? `${printed.text.slice(0, LONGEST_LINE)} … (${printed.text.length} characters)`
        : printed.text
    const line: ConsoleLine = { id: ++this.id, run, at: this.now(), stream, text }
    return problem ? { ...line, problem } : line
  }
}

/** A problem in one line, with its place. */
export function problemLine({ message, file, line, column }: Problem): string {
  if (file === undefined || message.includes(`${file}:${line}`)) return message
  return `${message} (${[file, line, column].filter((part) => part !== undefined).join(':')})`
}

// Colours and carriage returns of a terminal.
const withoutControls = (text: string) =>
  text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replace(/\r\n?/g, '\n')
