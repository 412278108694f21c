/** Keeps descriptors that this process was started with, beyond its three streams, out of a sandbox. */
import { openSync, readdirSync, readFileSync } from 'node:fs'

type Stream = 'pipe' | 'ignore' | number

interface Sealed {
  stdio: Stream[]
  /** Descriptors that point to `/dev/null` in the started program; it closes them first. */
  close: number[]
}

/**
 * The streams for `spawn`, with `/dev/null` in place of every descriptor that the new program would inherit. Node marks its own to be
 * closed there (O_CLOEXEC); one left open by a shell or a supervisor is not marked, and can't be marked from here.
 */
export function seal(streams: Stream[]): Sealed {
  const close = openToChildren().filter((fd) => fd >= streams.length)
  const stdio = [...streams]
  if (close.length > 0) nothing ??= openSync('/dev/null', 'r')
  for (const fd of close) {
    // From the fourth on, 'ignore' leaves a descriptor as it is, so only the listed ones are replaced.
    while (stdio.length < fd) stdio.push('ignore')
    stdio[fd] = nothing!
  }
  return { stdio, close }
}

let nothing: number | undefined

/** Without a table of descriptors (macOS, Windows) they are unknown, and the weaker sandbox lacks this protection. */
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
    // The descriptor of the listing itself, closed by now.
    return false
  }
}

const CLOSE_ON_EXEC = 0o2000000
