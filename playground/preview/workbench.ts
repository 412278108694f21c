/** Where a lesson's text finds the workspace of its page, which loads later: nothing here weighs anything. */
import type { Ask, Settings, Told, VisitorAction } from './messages.ts'

/** `elements` and `text` are read from the page, the others from the wire. */
export type Measure = 'ops' | 'bytes' | 'up' | 'frames' | 'elements' | 'text'

/** One piece of a frame: which bytes, what they are called, what they mean. */
export interface FrameField {
  readonly from: number
  readonly to: number
  readonly name: string
  readonly value: string | number
}

/** One message of the wire, taken apart. */
export interface DrawnFrame {
  readonly id: number
  readonly bytes: Uint8Array
  readonly fields: readonly FrameField[]
}

/** What was measured for a prediction, with the message that shows it. */
export interface Outcome {
  readonly truth: string | number
  readonly frame?: DrawnFrame
}

/** What a workspace offers to the text beside it. */
export interface Workbench {
  /** True while the first preview has joined its session. */
  isLive(): boolean
  /** Runs the code as it is now. */
  run(): void
  /** Asks the preview of a visitor; see `Ask`. */
  ask(ask: Ask, visitor?: number): Promise<unknown>
  /** Shows the second visitor's preview, and resolves once it has joined. */
  openSecond(): Promise<void>
  set(change: Partial<Settings>): void
  hear(listener: (told: Told) => void): () => void
  /** Measures what follows from a action that began at this time; undefined if new code took over in the middle of it. */
  measure(
    action: VisitorAction,
    at: number,
    kind: Measure,
    look?: string,
  ): Promise<Outcome | undefined>
  /** The reader's own last message of this direction that says something. */
  lastFrame(direction: 'up' | 'down'): DrawnFrame | undefined
  /** The number that `const NAME = 100` has in a file; undefined if it is not there. */
  readNumber(file: string, name: string): number | undefined
  writeNumber(file: string, name: string, value: number): void
  /** Brings the preview onto the screen where there is room for only one pane. */
  show(): void
  /** Where the first preview is on the screen. */
  frame(): HTMLElement | undefined
}

let current: Workbench | undefined
let version = 0
const listeners = new Set<() => void>()

/** The workbench of this page, for those who are not in it. Its version counts up with everything that happens in it. */
export const workbench = {
  get: () => current,
  version: () => version,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** The workspace gives its own, and takes it back. */
  provide(given: Workbench) {
    current = given
    workbench.touch()
    return () => {
      if (current === given) current = undefined
      workbench.touch()
    }
  },
  /** Something that the text may show has changed. */
  touch() {
    version += 1
    for (const listener of [...listeners]) listener()
  },
}
