/** Every sentence of the elements that measure what a lesson says, in both languages. */
import type { FieldName } from '../../../playground/inspector/index.ts'

/** A change of the wire, or a word for one. */
type Said = Readonly<Record<string, string>>

export interface ElementWords {
  readonly predict: {
    readonly name: string
    /** The button that gives a prediction. */
    readonly say: string
    readonly bytes: string
    readonly frames: string
    readonly text: string
    /** Asks to mark elements. */
    readonly mark: string
    readonly marking: string
    readonly markHow: string
    marked(count: number): string
    /** In place of the list: nothing runs, no answer yet, none at all, or a page that shows nothing. */
    readonly noElements: Readonly<Record<'away' | 'asked' | 'silent' | 'empty', string>>
    readonly run: string
    readonly said: string
    now(press: string): string
    nowType(text: string, into: string): string
    nowWait(seconds: number): string
    readonly press: string
    readonly type: string
    readonly watch: string
    readonly measuring: string
    /** New code took over while it was measured. */
    readonly mixed: string
    readonly toWorkspace: string
    /** Before the truth: what came back, what left, what the page says. */
    readonly truth: Readonly<
      Record<'ops' | 'bytes' | 'up' | 'frames' | 'elements' | 'text', string>
    >
    readonly right: string
    readonly other: string
    otherCode(answer: string): string
    readonly again: string
    readonly afresh: string
    readonly nothing: string
    bytesOf(count: number): string
    framesOf(count: number): string
    readonly first: string
    readonly passAnyway: string
    readonly close: string
    /** What opens and folds the text behind a question. */
    readonly showAnswer: string
    readonly hideAnswer: string
  }
  readonly scrub: {
    readonly latency: string
    constant(name: string, file: string): string
    missing(name: string, file: string): string
  }
  readonly frame: {
    readonly down: string
    readonly up: string
    readonly noDown: string
    readonly noUp: string
  }
  readonly steps: {
    next(at: number, of: number): string
    readonly all: string
  }
}

/** What the drawing of a frame says: it is loaded with the drawing. */
export interface FrameWords {
  readonly bytes: string
  readonly field: string
  readonly means: string
  more(count: number): string
  readonly names: Readonly<Record<FieldName, string>>
  /** What a field's value means. */
  meansOf(name: FieldName, value: string | number): string
}

/** Which flags of a frame are set, in words, joined with commas. */
export const flagsIn = (value: number, words: readonly string[], none: string): string =>
  words.filter((_, bit) => value & (1 << bit)).join(', ') || none

/** What a change does, by its name; the name itself for one that is not listed. */
export const opIn = (ops: Said, name: string | number): string => ops[name] ?? `${name}`
