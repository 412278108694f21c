/** Stops the main thread from a worker with the debugger, again and again, and reads where it stood. */
import type { Debugger, Session } from 'node:inspector'
import type { Frame } from './looping.ts'

/** Stops that show code of the reader's: enough to tell the loop from what it calls. */
const ENOUGH = 5
const AGAIN_MS = 100

export interface LookOptions {
  files: readonly string[]
  /** Milliseconds for all stops together; where none has come by then, twice that for a first one. */
  patience: number
  /** False once the thread goes on by itself. */
  isHeld(): boolean
}

// Not everywhere may there be a debugger.
const inspector = await import('node:inspector').catch(() => undefined)

/** A debugger at the main thread. To attach is the dear part: the thread itself goes through all scripts for it. */
export class Interruption {
  private readonly session: Session
  private readonly urls = new Map<string, string>()
  private stopped = () => this.goOn()
  private frames: Debugger.CallFrame[] = []

  /** Undefined where no debugger may be used. */
  static attach(): Interruption | undefined {
    try {
      return inspector && new Interruption(new inspector.Session())
    } catch {
      return undefined
    }
  }

  private constructor(session: Session) {
    this.session = session
    session.connectToMainThread()
    session.on('Debugger.scriptParsed', ({ params }) => this.urls.set(params.scriptId, params.url))
    session.on('Debugger.paused', ({ params }) => {
      this.frames = params.callFrames
      this.stopped()
    })
    session.post('Debugger.enable')
  }

  /**
   * The reader's own frames at each stop, innermost first; none when the thread stood in none of the reader's
   * code. A loop of awaits leaves the reader's code at each turn, so one look may find it anywhere. The thread
   * stands until it is released.
   */
  look({ files, patience, isHeld }: LookOptions): Promise<Frame[][]> {
    const stops: Frame[][] = []
    return new Promise((resolve) => {
      let again: NodeJS.Timeout | undefined
      let ended = false
      const end = () => {
        ended = true
        clearTimeout(timer)
        clearTimeout(again)
        this.stopped = () => {}
        resolve(stops)
      }
      // On a crowded machine the thread itself comes to its turn late: one look is better than none.
      let enough = ENOUGH
      let timer = setTimeout(() => {
        if (stops.length > 0) return end()
        enough = 1
        timer = setTimeout(end, 2 * patience)
      }, patience)
      const pause = () => {
        if (ended) return
        this.session.post('Debugger.pause')
        // Now and then a pause is lost between two microtasks.
        again = setTimeout(pause, AGAIN_MS)
      }
      this.stopped = () => {
        clearTimeout(again)
        const frames = readersFrames(this.frames, this.urls, files)
        if (frames.length > 0) stops.push(frames)
        if (stops.length >= enough || !isHeld()) return end()
        // Between two of the reader's microtasks: what is called next is theirs, and no pause would hit it so surely.
        if (frames.length === 0) return this.session.post('Debugger.stepInto')
        this.goOn(() => setTimeout(pause, Math.random() * 3))
      }
      pause()
    })
  }

  /** Lets the thread go on and leaves it alone. */
  release(): void {
    this.goOn(() => this.session.disconnect())
  }

  private goOn(then = () => {}): void {
    this.session.post('Debugger.resume', then)
  }
}

function readersFrames(
  frames: Debugger.CallFrame[],
  urls: Map<string, string>,
  files: readonly string[],
): Frame[] {
  return frames.flatMap((frame) => {
    const file = frame.url || urls.get(frame.location.scriptId) || ''
    if (!files.includes(file)) return []
    const { scriptId, lineNumber, columnNumber = 0 } = frame.location
    const start = frame.functionLocation
    const own: Frame = {
      file,
      line: lineNumber + 1,
      column: columnNumber + 1,
      code: `${scriptId}:${start?.lineNumber}:${start?.columnNumber}`,
    }
    if (frame.functionName) own.name = frame.functionName
    const type = frame.this.className
    if (type && !GLOBALS.includes(type)) own.component = type
    return [own]
  })
}

const GLOBALS = ['Object', 'Window', 'global']
