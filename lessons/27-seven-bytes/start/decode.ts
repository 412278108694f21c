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

  byte()
  byte()
  const end = byte() + at
  let letter = end

  const changes: Change[] = []
  while (at < end) {
    byte()
    const place = byte()
    const length = byte()
    let text = ''
    for (let i = 0; i < length; i += 1) text += String.fromCharCode(bytes[letter++]!)
    changes.push({ place, text })
  }
  return changes
}
