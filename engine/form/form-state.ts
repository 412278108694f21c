/** The state of a form: values as typed, what the schema says of them, and how far the visitor is. */
import type { ComponentServices } from '../component/construction.ts'
import type { ComponentNode } from '../component/node.ts'
import { type StandardSchema, validate } from '../component/schema.ts'
import { textHash } from '../protocol/hash.ts'
import type { Handler, LiveEvent } from '../template/template-value.ts'
import { FormError } from './errors.ts'
import type { FieldOwner } from './field.ts'
import { byName, isWithin, type Messages, NO_MESSAGES, without } from './issues.ts'
import { copyOf, dropAt, hasLines, hasValueAt, isSame, setAt, valueAt } from './names.ts'
import { ShownFields } from './shown-fields.ts'
import { type FieldKind, itemsOf, listWith, parsedValue, textOf } from './texts.ts'

/** What is kept of a form. */
export interface StoredForm {
  values: object
  /** The values that it starts with, if `reset` gave them. */
  initial?: object
  typed?: Record<string, string>
  touched?: readonly string[]
  quiet?: readonly string[]
  submitted?: boolean
  validating?: boolean
  issues?: Messages
  added?: Messages
}

export class FormState implements FieldOwner {
  submitted = false
  touched: ReadonlySet<string> = NONE
  isValidating = false
  /** Fields of secrets are empty in the page, by order of the server. */
  isCleared = false
  /** Where a page that answers a form without script puts the focus. */
  focusId: string | undefined
  private isTakenUp = false
  /** Secrets that this process has been told. */
  private readonly told = new Set<string>()
  private readonly schema: StandardSchema
  private readonly form: object
  private initial: object
  private isRestarted = false
  private values: object
  /** Texts of fields that do not parse, or that look different from their value. */
  private typed: Record<string, string> = {}
  /** Fields that are being typed in, and were right before: nothing is said yet. */
  private quiet: ReadonlySet<string> = NONE
  /** What the schema has said, undefined before it was asked; and what handlers have. */
  private issues: Messages | undefined
  private added: Messages = NO_MESSAGES
  /** Counts what was asked of the schema: only the newest answer counts. */
  private asked = 0
  private readonly fields = new ShownFields()
  private readonly handlers = new Map<string, Handler>()
  private around: { node: ComponentNode; place: ComponentServices } | undefined
  private id: string | undefined

  /** `form` is the value of the component's field. */
  constructor(schema: StandardSchema, initial: object, form: object) {
    this.schema = schema
    this.form = form
    this.initial = copyOf(initial)
    this.values = copyOf(initial)
  }

  live(node: ComponentNode, place: ComponentServices): (isRestored: boolean) => void {
    this.around = { node, place }
    return (isRestored) => {
      this.isTakenUp = isRestored
      if (!isRestored || !this.isBegun) return
      // The schema may be another one now, or may not have answered. It is asked once the views have shown their fields.
      queueMicrotask(() => place.turn('validate', () => this.ask()))
    }
  }

  // What fields ask.

  idOf(name: string): string {
    this.id ??= `f${(textHash(this.path()) >>> 0).toString(36)}`
    return name === '' ? this.id : `${this.id}-${name.replace(/\s/g, '_')}`
  }

  look(name: string) {
    const isFaulty = this.messages(name).length > 0
    return { value: valueAt(this.values, name), text: this.typed[name], isFaulty }
  }

  startOf(name: string): unknown {
    return valueAt(this.initial, name)
  }

  noteField(name: string, kind: FieldKind, id: string): void {
    this.fields.note(name, kind, id)
  }

  noteMessage(name: string): void {
    this.fields.noteMessage(name)
  }

  hears(name: string, event: 'input' | 'change'): Handler {
    const key = `${event} ${name}`
    const known = this.handlers.get(key)
    if (known) return known
    const handler = (heard: LiveEvent) => this.hear(name, heard, event === 'change')
    Object.defineProperty(handler, 'name', { value: `${event} of ${name}` })
    this.handlers.set(key, handler)
    return handler
  }

  // What the visitor does.

  private hear(name: string, event: LiveEvent, isLeft: boolean) {
    const wasFaulty = this.messages(name).length > 0
    const kind = this.fields.known.get(name)!
    const { value, values, checked } = event
    if (kind.control === 'list' && kind.type === 'checkbox') {
      const list = valueAt(this.values, name)
      setAt(this.values, name, listWith(list, value, checked, this.startOf(name)))
    } else if (kind.control === 'list') this.takeList(name, values)
    else if (kind.control === 'box') setAt(this.values, name, checked)
    else this.takeText(name, value, kind)
    this.forget(name)
    if (isLeft) {
      this.touched = new Set([...this.touched, name])
      this.quiet = new Set([...this.quiet].filter((one) => one !== name))
    } else if (!wasFaulty) this.quiet = new Set([...this.quiet, name])
    this.ask()
    this.changed()
  }

  /** Takes a form that was sent. */
  intake(sent: LiveEvent['form']): void {
    // Boxes that are not chosen are missing in it. A page with scripts has told of each.
    const isWhole = !this.reach().place.session.connected
    for (const [name, kind] of this.fields.known) {
      const given = Object.hasOwn(sent, name) ? sent[name] : undefined
      if (given !== undefined) {
        const texts = [given].flat()
        if (kind.control === 'list') this.takeList(name, texts)
        else if (kind.control === 'box') setAt(this.values, name, true)
        else this.takeText(name, texts[0] ?? '', kind)
      } else if (isWhole && kind.control === 'list') setAt(this.values, name, [])
      else if (isWhole && kind.control === 'box') setAt(this.values, name, false)
    }
    this.submitted = true
    this.quiet = NONE
    this.added = NO_MESSAGES
    this.asked++
    this.changed()
  }

  private takeText(name: string, text: string, { type, isSecret }: FieldKind) {
    const value = parsedValue(text, type, this.startOf(name), hasValueAt(this.initial, name))
    setAt(this.values, name, value)
    const { [name]: _, ...typed } = this.typed
    this.typed = textOf(value, type) === text || isSecret ? typed : { ...typed, [name]: text }
    if (!isSecret) return
    this.isCleared = false
    this.told.add(name)
  }

  private takeList(name: string, values: readonly string[]) {
    setAt(this.values, name, itemsOf(values, this.startOf(name)))
  }

  /** Where something is wrong, the first field that is gets the focus. */
  refuse(): void {
    const { place } = this.reach()
    for (const [name, { id }] of this.fields.inPage()) {
      if (this.messages(name).length === 0) continue
      if (place.session.connected) place.write({ kind: 'focus', target: id, name: '', value: null })
      else this.focusId = id
      return
    }
  }

  // What the program changes.

  set(name: string, value: unknown): void {
    setAt(this.values, name, copyOf(value))
    this.typed = Object.fromEntries(
      Object.entries(this.typed).filter(([other]) => !isWithin(other, name)),
    )
    this.forget(name)
    this.ask()
    this.changed()
  }

  addError(name: string, message: string): void {
    this.added = { ...this.added, [name]: [...(this.added[name] ?? []), message] }
    this.touched = new Set([...this.touched, name])
    this.changed()
  }

  restart(initial: object | undefined): void {
    if (initial) {
      this.initial = copyOf(initial)
      this.isRestarted = true
    }
    this.begin({ values: this.initial })
    this.isCleared = true
    this.asked++
    this.changed()
  }

  // What is wrong.

  isValid(): boolean {
    if (!this.issues && !this.isValidating) this.ask()
    return !this.isValidating && isEmpty(this.issues ?? NO_MESSAGES) && isEmpty(this.added)
  }

  /** It was sent, and something is wrong. */
  get isRefused(): boolean {
    return this.submitted && !(isEmpty(this.issues ?? NO_MESSAGES) && isEmpty(this.added))
  }

  errors(): Messages {
    const names = [this.issues ?? NO_MESSAGES, this.added].flatMap(Object.keys)
    const shown: Record<string, readonly string[]> = {}
    for (const name of new Set(names.map((name) => this.teller(name)))) {
      const found = this.messages(name)
      if (found.length > 0) shown[name] = found
    }
    return shown
  }

  /** What the visitor is shown of a field; of the form as a whole, also what has no field in the page. */
  messages(name: string): readonly string[] {
    const isOpen = this.submitted || this.touched.has(name)
    if (!isOpen || this.quiet.has(name)) return NOTHING
    return [this.issues ?? NO_MESSAGES, this.added].flatMap((messages) =>
      Object.entries(messages).flatMap(([of, found]) => (this.teller(of) === name ? found : [])),
    )
  }

  /** The name at which a message shows: its own, that of the list around it, or that of the form. */
  private teller(name: string): string {
    if (this.fields.tells(name)) return name
    const list = name.replace(/\[\d+\]$/, '')
    return this.fields.known.get(list)?.control === 'list' ? list : ''
  }

  /** Asks the schema about the current values; an answer that comes later is a turn of its own. */
  private ask() {
    const asked = ++this.asked
    const result = validate(this.schema, this.input(), ({ issues }) => byName(issues ?? []))
    if (!(result instanceof Promise)) return this.take(result)
    this.isValidating = true
    const settle = (then: () => void) =>
      this.around?.place.turn('validate', () => {
        if (asked === this.asked) then()
      })
    result.then(
      (messages) => settle(() => this.take(messages)),
      (error) =>
        settle(() => {
          this.isValidating = false
          throw error
        }),
    )
  }

  take(issues: Messages): void {
    const { secrets } = this.fields
    // Of a secret that went with another process nothing is known, until the visitor types it again or sends the form.
    const isForgotten = (name: string) => secrets.includes(name) && !this.told.has(name)
    this.issues = this.isTakenUp ? without(issues, isForgotten) : issues
    this.isValidating = false
  }

  /** The values as the schema gets them: with what fields of the page hold when nobody has touched them. */
  input(): object {
    const values = copyOf(this.values)
    for (const [name, { kind }] of this.fields.inPage()) {
      if (hasValueAt(values, name) || !hasLines(values, name)) continue
      setAt(values, name, EMPTY[kind.control](kind))
    }
    return values
  }

  isChanged(): boolean {
    if (Object.keys(this.typed).length > 0) return true
    const names = [...this.fields.known.keys()]
    return (
      !isSame(this.values, this.initial) &&
      names.some((name) => !isSame(valueAt(this.values, name), this.startOf(name)))
    )
  }

  // What is kept.

  stored(): StoredForm {
    const { values, typed, touched, quiet, submitted, issues, added } = this
    const { secrets } = this.fields
    // Messages may quote what was typed.
    const isSecret = (name: string) => secrets.some((secret) => isWithin(name, secret))
    return {
      values: secrets.length > 0 ? this.withoutSecrets(secrets) : values,
      ...(this.isRestarted && { initial: this.initial }),
      ...(Object.keys(typed).length > 0 && { typed }),
      ...(touched.size > 0 && { touched: [...touched] }),
      ...(quiet.size > 0 && { quiet: [...quiet] }),
      ...(submitted && { submitted }),
      // Before anything is shown of them they can be found out again; a view may have asked.
      ...(this.isBegun && this.isValidating && { validating: true }),
      ...(this.isBegun && issues && { issues: without(issues, isSecret) }),
      ...(!isEmpty(added) && { added }),
    }
  }

  // What the form starts with is known anyway.
  private withoutSecrets(secrets: readonly string[]): object {
    const values = copyOf(this.values)
    for (const name of secrets) {
      if (hasValueAt(this.initial, name)) setAt(values, name, this.startOf(name))
      else dropAt(values, name)
    }
    return values
  }

  restore(stored: StoredForm): void {
    const secrets = this.fields.secrets
      .filter((name) => hasValueAt(this.values, name))
      .map((name) => [name, valueAt(this.values, name)] as const)
    this.isRestarted = stored.initial !== undefined
    if (stored.initial) this.initial = stored.initial
    this.begin(stored)
    for (const [name, value] of secrets) setAt(this.values, name, value)
  }

  private begin({ values, ...stored }: StoredForm) {
    this.values = copyOf(values)
    this.typed = stored.typed ?? {}
    this.touched = stored.touched ? new Set(stored.touched) : NONE
    this.quiet = stored.quiet ? new Set(stored.quiet) : NONE
    this.submitted = stored.submitted ?? false
    this.isValidating = stored.validating ?? false
    this.issues = stored.issues
    this.added = stored.added ?? NO_MESSAGES
  }

  private get isBegun(): boolean {
    return this.submitted || this.touched.size > 0 || this.quiet.size > 0
  }

  /** Drops what was said about a field, and about the form as a whole by handlers. */
  private forget(name: string) {
    const isGone = (other: string) => isWithin(other, name)
    this.added = without(this.added, (other) => other === '' || isGone(other))
    if (this.issues) this.issues = without(this.issues, isGone)
  }

  private changed() {
    this.around?.node.rendering.invalidate()
    this.around?.place.changed()
  }

  private path(): string {
    const { node } = this.reach()
    const fields = Object.entries(node.component)
    return `${node.path}.${fields.find(([, value]) => value === this.form)?.[0] ?? ''}`
  }

  reach() {
    if (this.around) return this.around
    throw new FormError(
      'form-detached',
      'Expected form() in a field of a mounted component, received a form elsewhere. Write `signUp = form(…)` in the class, not in a handler.',
    )
  }
}

const NONE: ReadonlySet<string> = new Set()
const NOTHING: readonly string[] = []

const isEmpty = (messages: Messages) => Object.keys(messages).length === 0

/** What a field holds before it is touched, if the form does not say. */
const EMPTY: Record<FieldKind['control'], (kind: FieldKind) => unknown> = {
  text: ({ type }) => parsedValue('', type, undefined, false),
  box: () => false,
  list: () => [],
  choice: () => undefined,
}
