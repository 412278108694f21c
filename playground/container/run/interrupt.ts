/** Stops the main thread from a worker with the debugger and reads where it stood. */
import type { Debugger, Session } from 'node:inspector'

/** The innermost of the reader's own frames. */
export interface Stop {
  file: string
  line: number
  column: number
  /** The function, and the class of its `this` where it has one. */
  name?: string
  component?: string
}

/**
 * Where the main thread stands; `elsewhere` when that is in none of the reader's code, and it goes on then;
 * undefined where no debugger may be used.
 */
export async function interrupt(
  files: string[],
  patience: number,
): Promise<Stop | 'elsewhere' | undefined> {
  try {
    const { Session: Inspector } = await import('node:inspector')
    const session = new Inspector()
    session.connectToMainThread()
    return await Promise.race([pausedAt(session, files), later(patience)])
  } catch {
    return undefined
  }
}

function pausedAt(session: Session, files: string[]): Promise<Stop | 'elsewhere'> {
  const urls = new Map<string, string>()
  session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url))
  return new Promise((resolve) => {
    session.on('Debugger.paused', ({ params }) => {
      const stop = readersStop(params.callFrames, urls, files)
      if (!stop) session.post('Debugger.resume', () => session.disconnect())
      resolve(stop ?? 'elsewhere')
    })
    session.post('Debugger.enable')
    session.post('Debugger.pause')
  })
}

function readersStop(
  frames: Debugger.CallFrame[],
  urls: Map<string, string>,
  files: string[],
): Stop | undefined {
  for (const frame of frames) {
    const file = frame.url || urls.get(frame.location.scriptId) || ''
    if (!files.includes(file)) continue
    const { lineNumber, columnNumber = 0 } = frame.location
    const stop: Stop = { file, line: lineNumber + 1, column: columnNumber + 1 }
    if (frame.functionName) stop.name = frame.functionName
    const type = frame.this.className
    if (type && type !== 'Object' && type !== 'Window' && type !== 'global') stop.component = type
    return stop
  }
  return undefined
}

const later = (ms: number) =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms))
