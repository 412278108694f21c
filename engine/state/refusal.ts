/** Says in one sentence which value of which field can't be stored, and what to do instead. */
import { StateError } from './errors.ts'
import { isSelfStoring } from './fields.ts'

/** The reason, if the value itself does not show it. */
type RefusalReason = 'reserved' | 'deep' | 'throws'

/** The error for the value at `path` (`.todos[3].done`, as read from the component). */
export function refusal(
  component: string,
  path: string,
  value: unknown,
  reason?: RefusalReason,
  cause?: unknown,
): StateError {
  const [found, advice] = reason === undefined ? judge(value) : judgeReason(reason, cause)
  return new StateError(
    'state-unstorable',
    `Expected a value that can be stored in ${component}${path}, received ${found}. ${advice}`,
    { cause },
  )
}

type Verdict = [found: string, advice: string]

function judge(value: unknown): Verdict {
  if (typeof value === 'function') return ['a function', FUNCTION]
  if (typeof value === 'symbol') return ['a symbol', 'Store its name as text.']
  if (typeof value !== 'object' || value === null) return [String(value), PLAIN]
  if (isSelfStoring(value)) return ['a load(), a stream() or a BiMap inside other data', OWN_FIELD]
  if ('then' in value) return ['a promise', 'Await it first, or use load(() => …).']
  if (Object.hasOwn(value, '__proto__')) return ['a key named __proto__', 'Use a Map.']
  if (isPlain(value)) return ['keys that are symbols', 'Use names that are text.']
  return [`an instance of ${classOf(value)}`, INSTANCE]
}

function judgeReason(reason: RefusalReason, cause: unknown): Verdict {
  switch (reason) {
    case 'reserved':
      return ['a field with a name that JavaScript reserves', 'Give it another name.']
    case 'deep':
      return ['values nested too deeply', 'Keep a flat list with keys that refer to each other.']
    case 'throws':
      return [`a value that throws when read (${String(cause)})`, PLAIN]
    default:
      return reason satisfies never
  }
}

const PLAIN = 'Keep plain data there.'
const FUNCTION = 'Store the data that it uses, and write it as a method of the component.'
const OWN_FIELD = 'Give it a field of its own.'
const INSTANCE =
  'Keep plain data there and create the instance where it is used, or put it into a #private field, which is not state.'

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function classOf(value: object): string {
  const name: unknown = value.constructor?.name
  return typeof name === 'string' && name !== '' ? name : 'an unnamed class'
}
