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

  // Seven bits of a number in each byte, the lowest first; the eighth says that more follow.
  function varint(): number {
    let number = 0
    let shift = 0
    for (;;) {
      const next = byte()
      number |= (next & 127) << shift
      if (next < 128) return number
      shift += 7
    }
  }

  const flags = byte()
  varint()
  if (flags & 2) byte()
  const end = varint() + at
  const texts = new TextDecoder().decode(bytes.subarray(end))

  const changes: Change[] = []
  let place = 0
  let taken = 0
  while (at < end) {
    byte()
    const step = varint()
    place += step % 2 === 0 ? step / 2 : -(step + 1) / 2
    const length = varint()
    changes.push({ place, text: texts.slice(taken, taken + length) })
    taken += length
  }
  return changes
}
