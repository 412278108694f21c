/** Tells whether a value that is passed down counts as unchanged. */
import { Rendered } from '../template/rendered.ts'
import { List, Raw } from '../template/values.ts'
import { Mount } from './mount.ts'

/** An object may have been changed in place, so only immutable values count as the same. */
export const isSame = (before: unknown, now: unknown): boolean =>
  Object.is(before, now) && (!isObject(now) || isPiece(now))

export function sameProps(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): boolean {
  const names = Object.keys(before)
  return (
    names.length === Object.keys(now).length &&
    names.every((name) => Object.hasOwn(now, name) && isSame(before[name], now[name]))
  )
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null

// A piece of a view does not change after its run.
const isPiece = (value: unknown) =>
  value instanceof Rendered ||
  value instanceof List ||
  value instanceof Mount ||
  value instanceof Raw
