/** Chooses the op for a changed attribute: one class, a property, or the whole text. */
import type { Op } from '../protocol/ops.ts'
import type { AttributeSlot } from '../template/template.ts'

export function attributeOp(
  slot: number,
  { name, property }: AttributeSlot,
  shown: string | null,
  text: string | null,
): Op {
  if (property) return { op: 'setProp', slot, name, value: JSON.parse(text ?? 'null') }
  if (text === null) return { op: 'delAttr', slot, name }
  if (name === 'class' && shown !== null) {
    const one = changedClass(shown, text)
    // The class op carries one byte more than its text.
    if (one && one.name.length < text.length) return { op: 'class', slot, ...one }
  }
  return { op: 'setAttr', slot, name, text }
}

/** The one class by which two texts differ, if adding or removing it gives exactly the new text. */
function changedClass(shown: string, text: string): { on: boolean; name: string } | undefined {
  if (!isList(text)) return undefined
  if (text.startsWith(shown)) {
    const added = text.slice(shown.length + (shown === '' ? 0 : 1))
    const whole = shown === '' ? added : `${shown} ${added}`
    if (isClass(added) && whole === text && !shown.split(' ').includes(added)) {
      return { on: true, name: added }
    }
    return undefined
  }
  const before = shown.split(' ')
  const after = new Set(text.split(' '))
  const gone = before.find((name) => !after.has(name))
  if (!gone || !isClass(gone)) return undefined
  return before.filter((name) => name !== gone).join(' ') === text
    ? { on: false, name: gone }
    : undefined
}

// A browser that adds or removes a class rewrites the whole list: each class once, separated by one space.
function isList(text: string): boolean {
  const names = text.split(' ')
  return names.every(isClass) && new Set(names).size === names.length
}

const isClass = (name: string) => /^\S+$/.test(name)
