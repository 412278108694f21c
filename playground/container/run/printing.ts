/** Writes of a stream, handed to whoever tells them elsewhere. */
import { StringDecoder } from 'node:string_decoder'

type Write = typeof process.stderr.write

/** Takes what `stream.write` takes; a letter whose bytes come in two writes stays one. */
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
