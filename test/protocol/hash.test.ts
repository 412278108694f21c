/** Hashes of texts and what they add up to. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textHash, weigh } from '../../engine/protocol/hash.ts'

test('the hash of a text is FNV-1a from 0 over its UTF-8 bytes', { tags: ['A6'] }, () => {
  expect(textHash('')).toBe(0)
  expect(textHash('a') >>> 0).toBe((0x61 * 0x01000193) % 2 ** 32)
  expect(textHash('new') >>> 0).toBe(1383885598)
  expect(textHash('é😀') >>> 0).toBe(707629021)
})

test('what is empty adds nothing, and a sum follows every change', { tags: ['A6'] }, () => {
  fc.assert(
    fc.property(fc.nat(0xfffffff), fc.integer(), fc.integer(), (slot, before, after) => {
      expect(weigh(slot, 0)).toBe(0)
      expect((weigh(slot, before) + weigh(slot, after - before)) | 0).toBe(weigh(slot, after) | 0)
      if (before !== after) expect(weigh(slot, before)).not.toBe(weigh(slot, after))
    }),
  )
})

test('texts that have changed places add up to something else', { tags: ['A6'] }, () => {
  const sum = (...texts: string[]) =>
    texts.reduce((all, text, slot) => (all + weigh(slot, textHash(text))) | 0, 0)
  expect(sum('a', 'b', 'c')).not.toBe(sum('b', 'a', 'c'))
  expect(sum('a', '', 'c')).not.toBe(sum('', 'a', 'c'))
})
