/** Keeps what this process was started with, beyond its three streams, from reaching a sandbox. */
import { openSync, readdirSync, readFileSync } from 'node:fs'

type Stream = 'pipe' | 'ignore' | number

interface Sealed {
  stdio: Stream[]
  /** Numbers that hold nothing but `/dev/null` in the started program; it closes them first of all. */
  close: number[]
}

/**
 * The streams for `spawn`, with `/dev/null` over every descriptor that would pass into the new program. Node marks its own to be
 * closed there (O_CLOEXEC); one that a shell or a supervisor left open is not marked, and can't be from here.
 */
export function seal(streams: Stream[]): Sealed {
  const close = openToChildren().filter((fd) => fd >= streams.length)
  const stdio = [...streams]
  if (close.length > 0) nothing ??= openSync('/dev/null', 'r')
  for (const fd of close) {
    // What is 'ignore' from the fourth on is left as it is, so only the named ones are replaced.
    while (stdio.length < fd) stdio.push('ignore')
    stdio[fd] = nothing!
  }
  return { stdio, close }
}

let nothing: number | undefined

/** Without a table of descriptors (macOS, Windows) nothing is known, and the weaker sandbox holds no such wall. */
function openToChildren(): number[] {
  try {
    return readdirSync('/proc/self/fd')
      .map(Number)
      .filter((fd) => fd > 2 && passesOn(fd))
      .sort((a, b) => a - b)
  } catch {
    return []
  }
}

function passesOn(fd: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1'))
    return flags !== null && (Number.parseInt(flags[1]!, 8) & CLOSE_ON_EXEC) === 0
  } catch {
    // The listing's own, closed meanwhile.
    return false
  }
}

const CLOSE_ON_EXEC = 0o2000000
