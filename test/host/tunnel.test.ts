/** A tunnel's two ends, joined by frames in memory. */
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { CREDIT, DATA, decodeNumber, END, RESET } from '../../playground/host/frames.ts'
import { Tunnel, WINDOW } from '../../playground/host/tunnel.ts'
import { PATIENT } from './support/patient.ts'

function pair() {
  const sent: [string, number][] = []
  const ends: Tunnel[] = []
  const to =
    (index: number) =>
    (kind: number, _id: number, body: Uint8Array = new Uint8Array()) => {
      sent.push([NAMES[kind] ?? '?', body.length])
      // As over a pipe: never within the call that sends.
      setImmediate(() => {
        const end = ends[index]!
        if (kind === DATA) end.receive(body)
        if (kind === END) end.receiveEnd()
        if (kind === CREDIT) end.receiveCredit(decodeNumber(body))
        if (kind === RESET) end.receiveReset('reset by the other side')
      })
    }
  ends.push(new Tunnel(1, to(1)), new Tunnel(1, to(0)))
  return { near: ends[0]!, far: ends[1]!, sent }
}
const NAMES: Record<number, string> = {
  [DATA]: 'data',
  [END]: 'end',
  [CREDIT]: 'credit',
  [RESET]: 'reset',
}

describe('a tunnel', () => {
  test('carries bytes and ends both ways, each half by itself', async () => {
    const { near, far, sent } = pair()
    const read = async (end: Tunnel) => {
      let text = ''
      for await (const part of end.iterator({ destroyOnReturn: false })) text += part
      return text
    }
    near.end('question')
    expect(await read(far)).toBe('question')
    far.end('answer')
    expect(await read(near)).toBe('answer')
    await expect.poll(() => near.destroyed && far.destroyed, PATIENT).toBe(true)
    expect(sent.filter(([kind]) => kind === 'reset')).toEqual([])
  })

  test('stops sending at the window until the other side has read', async () => {
    const { near, far, sent } = pair()
    const dataSent = () => sent.reduce((sum, [kind, size]) => sum + (kind === 'data' ? size : 0), 0)
    const done = new Promise((resolve) => near.write(Buffer.alloc(4 * WINDOW), resolve))
    await new Promise((resolve) => setTimeout(resolve, 50))
    // One window under way and one in the reader's own buffer.
    expect(dataSent()).toBeLessThanOrEqual(2 * WINDOW)
    far.resume()
    await done
    expect(dataSent()).toBe(4 * WINDOW)
  })

  test('resets when it is sent more than its window', async () => {
    const { far } = pair()
    far.receive(new Uint8Array(WINDOW))
    far.receive(new Uint8Array(WINDOW))
    const [error] = await once(far, 'error')
    expect(error.message).toContain(`at most ${WINDOW} bytes on the way in tunnel 1`)
  })

  test('tells the other side when it is torn off, once', async () => {
    const { near, far, sent } = pair()
    near.destroy()
    const [error] = await once(far, 'error')
    expect(error).toMatchObject({ code: 'ECONNRESET', message: 'reset by the other side' })
    expect(sent).toEqual([['reset', 0]])
  })

  test('ignores what comes after its end', () => {
    const { near, sent } = pair()
    near.receiveReset('gone')
    near.receive(new Uint8Array(10))
    near.receiveEnd()
    near.receiveCredit(10)
    expect(sent).toEqual([])
  })
})
