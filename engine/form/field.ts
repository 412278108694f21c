/** A field and a message of a form, as a start tag takes them: what they give to their element. */

import { BIND, type Bindable, type BoundElement } from '../template/binding.ts'
import { VISITORS } from '../template/build.ts'
import type { Handler } from '../template/template-value.ts'
import { FormError } from './errors.ts'
import { type FieldKind, isSecret, textOf } from './texts.ts'

/** What a field asks of its form. */
export interface FieldOwner {
  /** The ids of the field's element and of its message. */
  idOf(name: string): string
  /** What the visitor is shown of the field, and its current value. */
  look(name: string): { value: unknown; text: string | undefined; isFaulty: boolean }
  /** Whether the field starts as a list, or as yes and no. */
  startOf(name: string): unknown
  /** It is in the page. */
  noteField(name: string, kind: FieldKind, id: string): void
  noteMessage(name: string): void
  readonly isCleared: boolean
  /** The id of the field that has the focus once the page is there. */
  readonly focusId: string | undefined
  hears(name: string, event: 'input' | 'change'): Handler
}

/**
 * What `form.field(name)` returns: it stands by itself in the start tag of an `<input>`, a `<select>` or a `<textarea>`.
 *
 * @example
 * const Name: StandardSchema<{ name: string }> = {
 *   '~standard': { version: 1, vendor: 'example', validate: (value) => ({ value: value as { name: string } }) },
 * }
 * form(Name).field('name') instanceof FormField // true
 */
export class FormField implements Bindable {
  readonly #form: FieldOwner
  readonly #name: string
  constructor(form: FieldOwner, name: string) {
    this.#form = form
    this.#name = name
  }

  [BIND](place: BoundElement): Readonly<Record<string, unknown>> {
    const form = this.#form
    const name = this.#name
    const kind = kindIn(place, name, form.startOf(name))
    const own = form.idOf(name)
    const isOneOf = /^(radio|checkbox)$/.test(place.type) && place.value !== undefined
    const id = place.id ?? (isOneOf ? `${own}-${idPart(place.value)}` : own)
    form.noteField(name, kind, String(id))
    const { value, text, isFaulty } = form.look(name)
    const described = [place.describedBy, isFaulty && messageId(own)].filter(Boolean)
    return {
      id,
      name,
      'aria-invalid': isFaulty ? 'true' : null,
      autofocus: form.focusId === String(id),
      'aria-describedby': described.length > 0 ? described.join(' ') : null,
      value: kind.isSecret ? (form.isCleared ? '' : VISITORS) : shownValue(kind, value, text),
      checked: isChosen(place, kind, value),
      'lv-input': form.hears(name, 'input'),
      'lv-change': form.hears(name, 'change'),
    }
  }
}

/**
 * What `form.message(name)` returns: it stands by itself in the start tag of the element that shows a field's message.
 *
 * @example
 * const Name: StandardSchema<{ name: string }> = {
 *   '~standard': { version: 1, vendor: 'example', validate: (value) => ({ value: value as { name: string } }) },
 * }
 * form(Name).message('name') instanceof FormMessage // true
 */
export class FormMessage implements Bindable {
  readonly #form: FieldOwner
  readonly #name: string
  constructor(form: FieldOwner, name: string) {
    this.#form = form
    this.#name = name
  }

  [BIND](place: BoundElement): Readonly<Record<string, unknown>> {
    if (/^(input|select|textarea)$/.test(place.name)) {
      throw new FormError(
        'form-element',
        `Expected an element that can show text for message(${JSON.stringify(this.#name)}), received <${place.name}>. Write field(…) there, and message(…) on a <p> or a <span>.`,
      )
    }
    this.#form.noteMessage(this.#name)
    return { id: messageId(this.#form.idOf(this.#name)), ...liveFor(this.#name) }
  }
}

/** The id of the element that shows a field's message. */
export const messageId = (id: string): string => `${id}-error`

/** What is wrong with the form as a whole is told at once; what is wrong with a field, when the visitor pauses. */
export const liveFor = (name: string) =>
  name === '' ? { role: 'alert', 'aria-live': null } : { role: null, 'aria-live': 'polite' }

function kindIn(place: BoundElement, name: string, start: unknown): FieldKind {
  const { name: element, type, multiple } = place
  if (!/^(input|select|textarea)$/.test(element)) {
    throw new FormError(
      'form-element',
      `Expected <input>, <select> or <textarea> for field(${JSON.stringify(name)}), received <${element}>. Put field(…) into the tag of the field itself.`,
    )
  }
  if (element === 'input' && NO_FIELD.test(type)) {
    throw new FormError(
      'form-element',
      `Expected a field with a value for field(${JSON.stringify(name)}), received <input type="${type}">. ${type === 'file' ? 'A form holds texts; send files by themselves' : 'Write a <button> without field(…)'}.`,
    )
  }
  if (element === 'select') {
    return { control: multiple ? 'list' : 'choice', type: 'select', isSecret: false }
  }
  if (element === 'textarea') return { control: 'text', type: 'textarea', isSecret: false }
  if (type === 'radio') return { control: 'choice', type, isSecret: false }
  if (type === 'checkbox') {
    const isList = Array.isArray(start) || (typeof start !== 'boolean' && place.value !== undefined)
    return { control: isList ? 'list' : 'box', type, isSecret: false }
  }
  return { control: 'text', type, isSecret: isSecret(type, place.autocomplete) }
}

const NO_FIELD = /^(file|submit|button|image|reset)$/

const shownValue = ({ control, type }: FieldKind, value: unknown, text: string | undefined) =>
  control === 'list'
    ? (Array.isArray(value) ? value : []).map((one) => textOf(one))
    : (text ?? textOf(value, type))

function isChosen(place: BoundElement, { control }: FieldKind, value: unknown): boolean {
  if (control === 'box') return Boolean(value)
  const own = String(place.value ?? 'on')
  if (control === 'list') return Array.isArray(value) && value.some((one) => String(one) === own)
  return value !== undefined && value !== null && String(value) === own
}

// White space would end the id where another element refers to it.
const idPart = (value: unknown) => encodeURIComponent(String(value))
