/** Replaces a stream's `write`, to pass its output on elsewhere. */
import { StringDecoder } from 'node:string_decoder'

type Write = typeof process.stderr.write

/** Accepts what `stream.write` accepts; a character split over two writes is joined again. */
export function printing(print: (text: string) => void): Write {
  const decoder = new StringDecoder('utf8')
  return (chunk: string | Uint8Array, encoding?: unknown, done?: unknown) => {
    const text = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk))
    if (text !== '') print(text)
    const called = typeof encoding === 'function' ? encoding : done
    if (typeof called === 'function') queueMicrotask(() => called())
    return true
  }
}
