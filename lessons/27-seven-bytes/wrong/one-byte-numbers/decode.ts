export interface Change {
  place: number
  text: string
}

/** What a frame of texts says, for each place. */
export function decode(bytes: Uint8Array): Change[] {
  let at = 0
  const byte = () => {
    if (at >= bytes.length) throw new Error('the frame has no more bytes')
    return bytes[at++]!
  }

  const flags = byte()
  byte()
  if (flags & 2) byte()
  const end = byte() + at
  const texts = new TextDecoder().decode(bytes.subarray(end))

  const changes: Change[] = []
  let place = 0
  let taken = 0
  while (at < end) {
    byte()
    const step = byte()
    place += step % 2 === 0 ? step / 2 : -(step + 1) / 2
    const length = byte()
    changes.push({ place, text: texts.slice(taken, taken + length) })
    taken += length
  }
  return changes
}
