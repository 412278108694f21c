/** PURE: separates the reader's frames of a printed stack from those of the engine and of Node. */
import type { ConsoleLine } from '../container/types.ts'

/** A row of the console: a line, or neighbouring frames outside of the reader's code. */
export type Row = { readonly line: ConsoleLine } | { readonly folded: readonly ConsoleLine[] }

/** The reader's frames stay visible; the others are folded. */
export function rowsOf(
  lines: readonly ConsoleLine[],
  files: Readonly<Record<string, string>>,
): readonly Row[] {
  const rows: Row[] = []
  let folded: ConsoleLine[] = []
  for (const line of lines) {
    const frame = frameIn(line.text)
    if (frame && !(frame.file in files)) {
      if (folded.length === 0) rows.push({ folded })
      folded.push(line)
    } else {
      folded = []
      rows.push({ line })
    }
  }
  return rows
}

export interface Frame {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The text before the place and after it. */
  readonly before: string
  readonly after: string
}

/** The place named by a line of a stack; undefined for any other line. */
export function frameIn(text: string): Frame | undefined {
  if (NATIVE.test(text)) return { file: '', line: 0, column: 0, before: text, after: '' }
  const match = /^(\s+at (?:.*\()?(?:async )?)([^\s()]+):(\d+):(\d+)(\)?.*)$/.exec(text)
  if (!match) return undefined
  const [, before = '', file = '', line, column, after = ''] = match
  return { file, line: Number(line), column: Number(column), before, after }
}

const NATIVE = /^\s+at .*\((?:<anonymous>|index \d+)\)$/
