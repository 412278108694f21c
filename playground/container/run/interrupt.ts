/** Stops the main thread from a worker several times with the debugger, and reads where it is. */
import type { Debugger, Session } from 'node:inspector'
import type { Frame } from './looping.ts'

/** Stops in the reader's code: enough to distinguish the loop from what it calls. */
const ENOUGH = 5
const AGAIN_MS = 100

interface LookOptions {
  files: readonly string[]
  /** Milliseconds for all stops together; if none has succeeded by then, twice that for a first one. */
  patience: number
  /** False once the thread has continued by itself. */
  isHeld(): boolean
}

// A debugger may not be available.
const inspector = await import('node:inspector').catch(() => undefined)

/** A debugger on the main thread. Attaching is the expensive part: the thread itself goes through all scripts for it. */
export class Interruption {
  private readonly session: Session
  private readonly urls = new Map<string, string>()
  private stopped = () => this.goOn()
  private frames: Debugger.CallFrame[] = []

  /** Undefined if no debugger may be used. */
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
   * The reader's own frames at each stop, innermost first; none if the thread was never in the reader's
   * code. A loop of awaits leaves the reader's code in each turn, so one stop may find it anywhere. The thread
   * is paused until it is released.
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
      // On a busy machine the thread itself runs late: one stop is better than none.
      let enough = ENOUGH
      let timer = setTimeout(() => {
        if (stops.length > 0) return end()
        enough = 1
        timer = setTimeout(end, 2 * patience)
      }, patience)
      const pause = () => {
        if (ended) return
        this.session.post('Debugger.pause')
        // Sometimes a pause is lost between two microtasks.
        again = setTimeout(pause, AGAIN_MS)
      }
      this.stopped = () => {
        clearTimeout(again)
        const frames = readersFrames(this.frames, this.urls, files)
        if (frames.length > 0) stops.push(frames)
        if (stops.length >= enough || !isHeld()) return end()
        // Between two of the reader's microtasks: the next call is theirs, and a pause would hardly hit it.
        if (frames.length === 0) return this.session.post('Debugger.stepInto')
        this.goOn(() => setTimeout(pause, Math.random() * 3))
      }
      pause()
    })
  }

  /** Lets the thread continue and detaches. */
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
