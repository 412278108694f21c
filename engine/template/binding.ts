/** A value that gives an element several attributes and handlers at once: `<input ${this.signUp.field('email')}>`. */
import { TemplateError } from './errors.ts'
import type { Binding, Given } from './template.ts'
import { kindOf } from './values.ts'

/** What a form's field or message answers with its attributes and handlers for one element. */
export const BIND = Symbol('bind')

/** A value that may stand among the attributes of a start tag. */
export interface Bindable {
  /** @throws what it does not fit. */
  [BIND](place: BoundElement): Readonly<Record<string, unknown>>
}

/** The element, as far as its start tag and this run tell. */
export interface BoundElement {
  readonly name: string
  readonly type: string
  readonly value: unknown
  readonly multiple: boolean
  readonly autocomplete: string
  readonly id: unknown
  readonly describedBy: unknown
}

/** Attributes and handlers that a value can give to this kind of element, by name. */
export function membersFor(element: string, type: string | undefined): readonly string[] {
  if (element === 'select') return CHOICE
  if (element === 'textarea') return TEXT
  if (element !== 'input') return MESSAGE
  // A password is told once it is typed, not letter by letter.
  if (/^password$/i.test(type ?? '')) return CHOICE
  return /^(checkbox|radio)$/i.test(type ?? '') ? BOX : TEXT
}

const FIELD = ['id', 'name', 'aria-invalid', 'aria-describedby', 'autofocus']
const TEXT = [...FIELD, 'value', 'lv-input', 'lv-change']
const CHOICE = [...FIELD, 'value', 'lv-change']
const BOX = [...FIELD, 'checked', 'lv-change']
const MESSAGE = ['id', 'role', 'aria-live']

/** What the value gives to the element, in the order of its members. */
export function membersOf(binding: Binding, values: readonly unknown[]): unknown[] {
  const { value, members, element } = binding
  const bound = values[value] as Partial<Bindable> | null | undefined
  if (typeof bound !== 'object' || bound === null || !bound[BIND])
    throw notBindable(element.name, bound)
  const at = (given: Given) => (typeof given === 'number' ? values[given] : given)
  const given = bound[BIND]({
    name: element.name,
    type: String(at(element.type) ?? '').toLowerCase(),
    value: at(element.value),
    multiple: element.multiple !== undefined && at(element.multiple) !== false,
    autocomplete: String(at(element.autocomplete) ?? ''),
    id: at(element.id),
    describedBy: at(element.describedBy),
  })
  return members.map((name) => given[name])
}

/** The number of the value in the literal that a number among a run's values comes from. */
export const literalValue = (bindings: readonly Binding[], index: number): number =>
  bindings.find(({ first, members }) => index >= first && index < first + members.length)?.value ??
  index

const notBindable = (element: string, value: unknown) =>
  new TemplateError(
    'template-place',
    `Expected an attribute or > in <${element}>, received a value: ${kindOf(value)}. Write name=\${…}; only a field of a form stands there by itself: \${this.signUp.field('email')}.`,
  )

/** Handlers of forms that can also be sent without script, and the form's name in the page. */
const posts = new WeakMap<object, () => string>()

/** Notes that a `submit` handler belongs to the form of that name. */
export const notePost = (handler: object, name: () => string): void => void posts.set(handler, name)

/** The name of the form that a handler of a run belongs to. */
export const postOf = (handler: unknown): string | undefined =>
  typeof handler === 'function' ? posts.get(handler)?.() : undefined
