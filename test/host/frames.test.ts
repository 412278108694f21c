/** The frames between page, host and agent, byte for byte. */
import { describe, expect, test } from 'vitest'
import {
  CALL,
  DATA,
  decodeFrame,
  decodeNumber,
  decodeParcel,
  EXIT,
  encodeFrame,
  encodeJson,
  encodeNumber,
  encodeParcel,
  type Frame,
  FrameError,
  frameReader,
  OUTPUT,
} from '../../playground/host/frames.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))

describe('a frame', () => {
  test('is length, kind, number, body', () => {
    expect(hex(encodeFrame(OUTPUT, 7, new Uint8Array([0x68, 0x69])))).toBe(
      '00000007' + '12' + '00000007' + '6869',
    )
    expect(hex(encodeFrame(EXIT, 258, encodeJson({ code: 3 })))).toBe(
      '0000000f' + '13' + '00000102' + '7b22636f6465223a337d',
    )
    expect(hex(encodeFrame(0x06, 1))).toBe('00000005' + '06' + '00000001')
  })

  test('with a parcel is JSON with its length, then raw bytes', () => {
    const parcel = encodeParcel({ method: 'x' }, new Uint8Array([255, 0]))
    expect(hex(encodeFrame(CALL, 1, parcel))).toBe(
      '00000019' + '01' + '00000001' + '0000000e' + '7b226d6574686f64223a2278227d' + 'ff00',
    )
    expect(decodeParcel(parcel)).toEqual({
      json: { method: 'x' },
      bytes: new Uint8Array([255, 0]),
    })
  })

  test('with a number has four bytes', () => {
    expect(hex(encodeNumber(3000))).toBe('00000bb8')
    expect(decodeNumber(bytes('00000bb8'))).toBe(3000)
  })

  test.each([
    ['nothing', '', 'frame-truncated', 'Expected a frame of at least 9 bytes, received 0.'],
    [
      'half a head',
      '0000000512',
      'frame-truncated',
      'Expected a frame of at least 9 bytes, received 5.',
    ],
    [
      'a length that lies',
      '000000091200000001',
      'frame-malformed',
      'Expected 9 bytes after the length of the frame, received 5.',
    ],
  ])('%s is refused with a code and a sentence', (_, text, code, message) => {
    expect(() => decodeFrame(bytes(text))).toThrow(
      expect.objectContaining({ code, message, name: 'FrameError' }),
    )
  })

  test.each([
    ['no parcel', ''],
    ['a parcel longer than its body', '0000000a7b7d'],
    ['JSON that does not parse', '000000017b'],
  ])('%s is refused', (_, text) => {
    expect(() => decodeParcel(bytes(text))).toThrow(FrameError)
  })
})

describe('a stream of frames', () => {
  const stream = '00000007' + '04' + '00000001' + '6869' + '00000005' + '05' + '00000001'
  const expected = [
    [DATA, 1, '6869'],
    [0x05, 1, ''],
  ]

  test('is cut the same however it arrives', () => {
    for (let size = 1; size <= stream.length / 2; size++) {
      const found: Frame[] = []
      const read = frameReader((frame) => found.push(frame))
      const all = bytes(stream)
      for (let at = 0; at < all.length; at += size) read(all.subarray(at, at + size))
      expect(found.map(({ kind, id, body }) => [kind, id, hex(body)])).toEqual(expected)
    }
  })

  test('stops at a length over the bound before its bytes are kept', () => {
    const read = frameReader(() => {}, 16)
    expect(() => read(bytes('00000016' + '04' + '00000001'))).toThrow(
      'Expected a frame of 5 to 21 bytes, received one of 22.',
    )
    expect(() => frameReader(() => {})(bytes('00000004' + '04' + '00000001'))).toThrow(FrameError)
  })
})
