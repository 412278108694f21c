export interface Change {
  place: number
  text: string
}

/** All numbers first, then their meaning. */
export function decode(bytes: Uint8Array): Change[] {
  const hasAnswer = (bytes[0]! >> 1) & 1
  const [, afterNumber] = numberAt(bytes, 1)
  const [size, begin] = numberAt(bytes, afterNumber + hasAnswer)
  const numbers: number[] = []
  for (let at = begin; at < begin + size; ) {
    const [number, next] = numberAt(bytes, at)
    numbers.push(number)
    at = next
  }
  let block = new TextDecoder().decode(bytes.slice(begin + size))
  const changes: Change[] = []
  for (let op = 0; op < numbers.length; op += 3) {
    const [, step = 0, length = 0] = numbers.slice(op, op + 3)
    const before = changes.at(-1)?.place ?? 0
    changes.push({ place: before + ((step >>> 1) ^ -(step & 1)), text: block.slice(0, length) })
    block = block.slice(length)
  }
  return changes
}

function numberAt(bytes: Uint8Array, at: number): [number: number, next: number] {
  const low = bytes[at]
  if (low === undefined) throw new Error('the frame has no more bytes')
  if (low < 128) return [low, at + 1]
  const [high, next] = numberAt(bytes, at + 1)
  return [(low & 127) + high * 128, next]
}
