/** Reads numbers by shifting. */
export interface Change {
  place: number
  text: string
}

export function decode(bytes: Uint8Array): Change[] {
  let at = 0
  const byte = () => {
    if (at >= bytes.length) throw new Error('the frame has no more bytes')
    return bytes[at++]!
  }
  const varint = () => {
    let value = 0
    let shift = 0
    for (;;) {
      const b = byte()
      value += (b & 127) << shift
      if (b < 128) return value
      shift += 7
    }
  }
  const zigzag = () => {
    const n = varint()
    return n % 2 ? -(n + 1) / 2 : n / 2
  }

  const flags = byte()
  varint()
  if (flags & 2) byte()
  const end = varint() + at
  const texts = new TextDecoder().decode(bytes.subarray(end))
  let letter = 0
  let place = 0

  const changes: Change[] = []
  while (at < end) {
    byte()
    place += zigzag()
    const length = varint()
    changes.push({ place, text: texts.slice(letter, letter + length) })
    letter += length
  }
  return changes
}
