/** The conformance table against the encoders and the engine's own decoder. */
import { expect, test } from 'vitest'
import { decodeFrame } from '../../engine/protocol/decode-ops.ts'
import { encodeOps } from '../../engine/protocol/encode-ops.ts'
import { encodeJson } from '../../engine/protocol/json.ts'
import { bytesOf, hexOf } from './decoders.ts'
import { REFUSED, TABLE } from './table.ts'

const compact = (hex: string) => hex.replace(/\s/g, '')

for (const { title, tags, ops, options, hex, json } of TABLE) {
  test(`${title}: its bytes`, { tags }, () => {
    expect(hexOf(encodeOps(ops, options))).toBe(compact(hex))
  })

  test(`${title}: its JSON`, { tags }, () => {
    const message = Array.isArray(json) ? { type: 'update', component: 0, operations: json } : json
    expect(JSON.parse(encodeJson(ops, options ?? {}, () => 'MARKUP'))).toEqual(message)
  })

  test(`${title}: read back`, { tags }, () => {
    const frame = decodeFrame(bytesOf(hex))
    expect(frame.ops).toEqual(ops)
    expect(frame.acknowledged).toBe(options?.acknowledged)
    expect(frame.repaint).toBe(options?.repaint ?? false)
    expect(frame.hash).toBe(options?.hash)
  })
}

for (const { title, hex, code } of REFUSED) {
  test(`tools refuse ${title}`, { tags: ['A6'] }, () => {
    expect(() => decodeFrame(bytesOf(hex))).toThrow(expect.objectContaining({ code }))
  })
}
