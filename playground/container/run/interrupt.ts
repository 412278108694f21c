/** Stops the main thread from a worker with the debugger, again and again, and reads where it stood. */
import type { Debugger } from 'node:inspector'
import type { Frame } from './looping.ts'

/** Stops that show code of the reader's: enough to tell the loop from what it calls. */
const ENOUGH = 5

export interface InterruptOptions {
  files: readonly string[]
  /** Milliseconds for all stops together; where none has come by then, twice that for a first one. */
  patience: number
  /** False once the thread goes on by itself. */
  isHeld(): boolean
}

/**
 * The reader's own frames at each stop, innermost first. Empty when the thread stood in none of the reader's
 * code; undefined where no debugger may be used. A loop of awaits leaves the reader's code at each turn, so one
 * look may find it anywhere.
 */
export async function interrupt({
  files,
  patience,
  isHeld,
}: InterruptOptions): Promise<Frame[][] | undefined> {
  try {
    const { Session } = await import('node:inspector')
    const session = new Session()
    session.connectToMainThread()
    const stops: Frame[][] = []
    const urls = new Map<string, string>()
    session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url))
    return await new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        // What can't be named goes on; what can is about to be ended, and stands until then.
        if (stops.length === 0) session.post('Debugger.resume', () => session.disconnect())
        resolve(stops)
      }
      // On a crowded machine the thread itself comes to its turn late: one look is better than none.
      let enough = ENOUGH
      let timer = setTimeout(() => {
        if (stops.length > 0) return end()
        enough = 1
        timer = setTimeout(end, 2 * patience)
      }, patience)
      session.on('Debugger.paused', ({ params }) => {
        const frames = readersFrames(params.callFrames, urls, files)
        if (frames.length > 0) stops.push(frames)
        if (stops.length >= enough || !isHeld()) return end()
        session.post('Debugger.resume', () => setTimeout(pause, Math.random() * 3))
      })
      const pause = () => session.post('Debugger.pause')
      session.post('Debugger.enable')
      pause()
    })
  } catch {
    return undefined
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
