/** Inserts scripts at the start of the head of a streamed HTML page. */
import { Transform } from 'node:stream'

/** A page whose head does not start within this many bytes gets the scripts at its beginning. */
const LOOK_WITHIN = 16 * 1024

export function injectScripts(scripts: readonly string[]): Transform {
  let held: Buffer | null = Buffer.alloc(0)
  const put = (page: Buffer) => {
    const text = page.toString('latin1')
    const head = /<head[^>]*>/i.exec(text) ?? /<!doctype[^>]*>/i.exec(text)
    const at = head ? head.index + head[0].length : 0
    return Buffer.concat([page.subarray(0, at), Buffer.from(scripts.join('')), page.subarray(at)])
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (held === null) return done(null, chunk)
      held = Buffer.concat([held, chunk])
      if (held.length < LOOK_WITHIN && !/<head[^>]*>/i.test(held.toString('latin1'))) return done()
      const page = put(held)
      held = null
      done(null, page)
    },
    flush(done) {
      if (held !== null) this.push(put(held))
      done()
    },
  })
}
