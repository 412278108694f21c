/** A logger that keeps its lines. */
import type { LazyLogFields, Logger } from '../../engine/observe/log.ts'

interface LogLine {
  level: string
  sentence: string
  fields: Readonly<Record<string, unknown>>
}

export class MemoryLog implements Logger {
  readonly lines: LogLine[] = []

  debug(fields: LazyLogFields, sentence: string): void {
    this.note('debug', fields, sentence)
  }
  info(fields: LazyLogFields, sentence: string): void {
    this.note('info', fields, sentence)
  }
  warn(fields: LazyLogFields, sentence: string): void {
    this.note('warn', fields, sentence)
  }
  error(fields: LazyLogFields, sentence: string): void {
    this.note('error', fields, sentence)
  }
  child(): Logger {
    return this
  }

  private note(level: string, fields: LazyLogFields, sentence: string) {
    this.lines.push({ level, sentence, fields: typeof fields === 'function' ? fields() : fields })
  }
}
