/** Finds what a frame can say together in fewer bytes: texts at equal distances, rows at equal distances. */
import { width, zigzag } from './bytes.ts'
import type { Op } from './ops.ts'

/** How many ops from `at` on to write as one `run`: 1 if that would not be fewer bytes. */
export function runLength(ops: readonly Op[], at: number): number {
  const first = ops[at]
  const second = ops[at + 1]
  if (first?.op !== 'setText' || second?.op !== 'setText') return 1
  const stride = second.slot - first.slot
  if (stride < 1) return 1
  let length = 2
  for (let next = ops[at + length]; isBehind(next, ops[at + length - 1]!, stride); ) {
    next = ops[at + ++length]
  }
  const saved = (length - 1) * (1 + width(zigzag(stride)))
  return saved > width(stride) + width(length) ? length : 1
}

/** How often the step to base `at` repeats: 1 if counting it would not be fewer bytes. */
export function repeats(bases: readonly number[], at: number, previous: number): number {
  const step = bases[at]! - previous
  let count = 1
  while (at + count < bases.length && bases[at + count]! - bases[at + count - 1]! === step) count++
  return (count - 1) * width(zigzag(step) * 2) > width(count) ? count : 1
}

/** Bytes of an `order` of these rows after its opcode and list. */
export function orderWidth(bases: readonly number[]): number {
  let bytes = width(bases.length)
  let previous = 0
  for (let at = 0; at < bases.length; ) {
    const count = repeats(bases, at, previous)
    bytes += width(zigzag(bases[at]! - previous) * 2) + (count > 1 ? width(count) : 0)
    at += count
    previous = bases[at - 1]!
  }
  return bytes
}

const isBehind = (op: Op | undefined, before: Op, stride: number) =>
  op?.op === 'setText' && before.op === 'setText' && op.slot - before.slot === stride
