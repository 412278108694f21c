/** Writes the log for the operator: a sentence and its fields. */

const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Fields of a log line. Their names stay the same, so that a machine can search for them. */
type LogFields = Readonly<Record<string, unknown>>

/** The fields, or a function that computes them, called only when the line is written. */
export type LazyLogFields = LogFields | (() => LogFields)

/**
 * Writes lines for the operator; a pino logger has the same interface.
 *
 * @example
 * const lines: string[] = []
 * const logger: Logger = consoleLogger({ write: (line) => lines.push(line), now: () => 0 })
 * logger.child({ session: 's1' }).warn({ left: 3 }, 'Almost full')
 * lines // ['{"time":"1970-01-01T00:00:00.000Z","level":"warn","msg":"Almost full","session":"s1","left":3}']
 */
export interface Logger {
  /** For whoever looks for a fault. */
  debug(fields: LazyLogFields, sentence: string): void
  /** What happens in the course of things. */
  info(fields: LazyLogFields, sentence: string): void
  /** What nobody has to mend, but should know of. */
  warn(fields: LazyLogFields, sentence: string): void
  /** What somebody has to mend. */
  error(fields: LazyLogFields, sentence: string): void
  /** A logger whose lines all have these fields too. */
  child(fields: LogFields): Logger
}

/**
 * A logger that writes nothing.
 *
 * @example
 * const server = await serve({ pages: [page('/', Counter)], logger: silentLogger, port: 0 })
 * await server.close()
 */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => silentLogger,
}

interface ConsoleLoggerOptions {
  /** The lowest level that is written. Default `info`. */
  level?: LogLevel
  /** `text` is for a person to read, `json` for a program. Default: `text` if standard error is a terminal, otherwise `json`. */
  format?: 'text' | 'json'
  /** Receives one line, without its line break. Default: standard error. */
  write?: (line: string) => void
  /** Milliseconds now. */
  now?: () => number
}

/**
 * One JSON object a line: `{"time":"2026-11-24T04:00:00.000Z","level":"warn","msg":"…", …fields}`.
 * It is always one line, whatever the fields hold, and it never throws. Errors are written as name, code,
 * message and stack. In a terminal it writes text instead: the sentence, where in your code it happened, and the fields.
 *
 * @param options `level` is the lowest that is written (`info`), `format` is `text` or `json`, `write` gets each line, `now` is a clock for tests.
 * @example
 * const lines: string[] = []
 * const logger = consoleLogger({ level: 'warn', write: (line) => lines.push(line) })
 * logger.info({ tabs: 3 }, 'All is well')
 * lines // []
 */
export function consoleLogger(options: ConsoleLoggerOptions = {}): Logger {
  const now = options.now ?? Date.now
  const write = options.write ?? ((line: string) => void process.stderr.write(`${line}\n`))
  const inTerminal = !options.write && process.stderr.isTTY
  const format = options.format ?? (inTerminal ? 'text' : 'json')
  const form = format === 'text' ? textOf : lineOf
  return new LineLogger(LOG_LEVELS.indexOf(options.level ?? 'info'), {}, (level, msg, fields) =>
    write(form({ time: new Date(now()).toISOString(), level, msg, ...fields })),
  )
}

type WriteLine = (level: LogLevel, sentence: string, fields: LogFields) => void

class LineLogger implements Logger {
  readonly #lowest: number
  readonly #always: LogFields
  readonly #write: WriteLine

  constructor(lowest: number, always: LogFields, write: WriteLine) {
    this.#lowest = lowest
    this.#always = always
    this.#write = write
  }

  debug(fields: LazyLogFields, sentence: string): void {
    if (this.#lowest <= 0) this.#line('debug', fields, sentence)
  }

  info(fields: LazyLogFields, sentence: string): void {
    if (this.#lowest <= 1) this.#line('info', fields, sentence)
  }

  warn(fields: LazyLogFields, sentence: string): void {
    if (this.#lowest <= 2) this.#line('warn', fields, sentence)
  }

  error(fields: LazyLogFields, sentence: string): void {
    this.#line('error', fields, sentence)
  }

  child(fields: LogFields): Logger {
    return new LineLogger(this.#lowest, { ...this.#always, ...fields }, this.#write)
  }

  #line(level: LogLevel, fields: LazyLogFields, sentence: string): void {
    const own = typeof fields === 'function' ? fields() : fields
    this.#write(level, sentence, { ...this.#always, ...own })
  }
}

/** The sentence; indented below it an error with where it happened, and the other fields. */
function textOf({ time, level, msg, error, ...others }: LogFields): string {
  const below = [
    ...(error instanceof Error ? ownFrames(error) : error === undefined ? [] : [shown(error)]),
    Object.entries(others)
      .filter(([, value]) => value !== undefined && value !== msg)
      .map(([name, value]) => `${name}=${shown(value)}`)
      .join(' '),
  ]
  const lines = below.filter((line) => line !== '').map((line) => `  ${printable(line)}`)
  return [printable(`${shown(time).slice(11, 19)} ${level} ${msg}`), ...lines].join('\n')
}

// Where it happened in the app; the frames of packages only if there are no others.
function ownFrames({ name, message, stack }: Error): string[] {
  const frames = String(stack)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  const own = frames.filter((line) => !/[/\\]node_modules[/\\]|\bnode:/.test(line))
  return [...`${name}: ${message}`.split('\n'), ...(own.length > 0 ? own : frames)]
}

const shown = (value: unknown) =>
  typeof value === 'string' ? value : lineOf({ value }).replace(/^\{"value":(.*)\}$/s, '$1')

// A visitor's text must not move the cursor of whoever reads the log, or begin a line.
const printable = (text: string) =>
  text.replace(/\p{Cc}/gu, (sign) => `\\x${sign.codePointAt(0)!.toString(16).padStart(2, '0')}`)

function lineOf(fields: LogFields): string {
  try {
    return JSON.stringify(fields, asWritten())
  } catch (error) {
    // A toJSON that throws must not lose the sentence of the line.
    const { time, level, msg } = fields
    return JSON.stringify({ time, level, msg, unwritable: String(error) })
  }
}

// The parents of the current value, to tell a cycle from a value that occurs twice.
function asWritten(): (this: unknown, name: string, value: unknown) => unknown {
  const parents: { value: unknown; written: unknown }[] = []
  return function write(_name, value) {
    if (typeof value === 'bigint') return `${value}n`
    if (typeof value === 'function' || typeof value === 'symbol') return String(value).slice(0, 80)
    if (typeof value !== 'object' || value === null) return value
    // JSON.stringify calls this with the parent as `this`: parents deeper than it are done.
    while (parents.length > 0 && parents.at(-1)!.written !== this) parents.pop()
    if (parents.some((parent) => parent.value === value)) return '[cycle]'
    const written = value instanceof Error ? factsOf(value) : value
    parents.push({ value, written })
    return written
  }
}

function factsOf(error: Error): LogFields {
  const { name, message, stack, cause } = error
  const code: unknown = 'code' in error ? error.code : undefined
  return { name, code, message, stack, cause }
}
