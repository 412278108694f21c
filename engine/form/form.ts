/** A form as a field of a component: what was typed, what is wrong with it, and what happens when it is sent. */
import { ownedAs } from '../component/bound.ts'
import {
  bornField,
  type ComponentServices,
  LIVE,
  type LivingField,
} from '../component/construction.ts'
import type { ComponentNode } from '../component/node.ts'
import { refuseInView } from '../component/pure-view.ts'
import { refuseShared } from '../component/refuse-shared.ts'
import { isSchema, type StandardSchema, validate } from '../component/schema.ts'
import { RESTORE, type SelfStoring, STATE } from '../state/fields.ts'
import { notePost } from '../template/binding.ts'
import { html } from '../template/html.ts'
import type { Rendered } from '../template/rendered.ts'
import type { Handler, LiveEvent } from '../template/template-value.ts'
import { FormError } from './errors.ts'
import { FormField, FormMessage, messageId } from './field.ts'
import { FormState, type StoredForm } from './form-state.ts'
import { byName } from './issues.ts'
import type { FieldName } from './names.ts'
import type { ErrorsOf, Initial, InputOf, OutputOf, Typed, ValueAt } from './types.ts'

/** A form that was sent without script. */
interface PostedForm {
  node: ComponentNode
  handler: Handler
  /** Whether something was wrong with it. */
  isRefused: () => boolean
  /** Adds a sentence about the form as a whole. */
  fail: (sentence: string) => void
}

/** What a form starts with. */
export interface FormOptions<Input> {
  /** Any part of the values; what is missing is empty. */
  initial?: Initial<Input>
}

/**
 * A form whose values, errors and progress are state of its component. Any Standard Schema (zod, valibot, arktype, …) decides
 * what is right, and gives the names and the types of the fields. What a visitor types stays as typed; a number becomes a number
 * once it parses. Messages show when a field was changed and left, or the form was sent, and go away while the visitor
 * corrects the field. Without script the form is sent by the browser, and the same component answers. Passwords and card numbers
 * (`type="password"`, `autocomplete="cc-…"`) are never stored.
 *
 * @param schema Any Standard Schema of an object.
 * @param options `initial`: any part of the values.
 * @throws FormError 'form-schema'
 * @example
 * type Account = { email: string }
 * const Account: StandardSchema<Account> = {
 *   '~standard': {
 *     version: 1,
 *     vendor: 'example',
 *     validate: (value) =>
 *       (value as Account).email.includes('@')
 *         ? { value: value as Account }
 *         : { issues: [{ message: 'Enter an e-mail address', path: ['email'] }] },
 *   },
 * }
 * class SignUp extends LiveComponent {
 *   signUp = form(Account, { initial: { email: '' } })
 *   welcome = ''
 *   getTemplate() {
 *     return html`<form lv-submit=${this.signUp.submit(({ email }) => { this.welcome = `Hello ${email}`; this.signUp.reset() })}>
 *       <label>E-mail <input ${this.signUp.field('email')}></label> ${this.signUp.error('email')}
 *       <button>Sign up</button> <output>${this.welcome}</output>
 *     </form>`
 *   }
 * }
 * const tab = await visit(SignUp)
 * await tab.submit()
 * tab.text('.lv-error') // 'Enter an e-mail address'
 * await tab.fill(byLabel('E-mail'), 'ada@example.org')
 * await tab.submit()
 * tab.text('output') // 'Hello ada@example.org'
 */
export function form<const Schema extends StandardSchema>(
  schema: Schema,
  { initial }: FormOptions<InputOf<Schema>> = {},
): Form<InputOf<Schema>, OutputOf<Schema>> {
  if (!isSchema(schema)) {
    throw new FormError(
      'form-schema',
      `Expected a schema that follows Standard Schema (with a '~standard' property) in form(), received ${schema === null ? 'null' : typeof schema}. Use zod, valibot, arktype or a similar library.`,
    )
  }
  return new Form(schema as never, (initial ?? {}) as object)
}

/**
 * What `form()` returns.
 *
 * @example
 * const Name: StandardSchema<{ name: string }> = {
 *   '~standard': { version: 1, vendor: 'example', validate: (value) => ({ value: value as { name: string } }) },
 * }
 * const named = form(Name, { initial: { name: 'Ada' } })
 * named instanceof Form // true
 * named.values // { name: 'Ada' }
 * named.isValid // true
 * named.errors // {}
 */
export class Form<Input, Output> implements SelfStoring, LivingField {
  readonly #schema: StandardSchema<Output>
  readonly #state: FormState
  #submitting: Handler | undefined

  constructor(schema: StandardSchema<Output>, initial: object) {
    this.#schema = schema
    this.#state = new FormState(schema, initial, this)
    bornField(this)
  }

  /** Values as the schema gets them: what parses is a number or a date, everything else is as typed. A copy. */
  get values(): Typed<Input> {
    return this.#state.input() as Typed<Input>
  }

  /** What the visitor is shown, by name; `''` is the form as a whole. */
  get errors(): ErrorsOf<Input> {
    return this.#state.errors() as ErrorsOf<Input>
  }

  /** Names of the fields that were changed and left. */
  get touched(): ReadonlySet<string> {
    return this.#state.touched
  }

  /** It was sent at least once since it was made or reset. */
  get submitted(): boolean {
    return this.#state.submitted
  }

  /** The schema accepts the values, and no handler has added an error. False while an asynchronous schema is asked. */
  get isValid(): boolean {
    return this.#state.isValid()
  }

  /** An asynchronous schema has not answered yet. */
  get isValidating(): boolean {
    return this.#state.isValidating
  }

  /** Something differs from what the form started with. */
  get isChanged(): boolean {
    return this.#state.isChanged()
  }

  /** The attributes and handlers of a field: `<input type="email" ${this.signUp.field('email')}>`. */
  field(name: FieldName<Input>): FormField {
    refuseShared('a field of a form')
    return new FormField(this.#state, name)
  }

  /** An element with the first message of a field, or of the form as a whole. A screen reader hears it. */
  error(name: FieldName<Input> | '' = ''): Rendered {
    refuseShared('a message of a form')
    const of: string = name
    this.#state.noteMessage(of)
    const id = messageId(this.#state.idOf(of))
    const text = this.#state.messages(of)[0] ?? ''
    return of === ''
      ? html`<span class="lv-error" id=${id} role="alert">${text}</span>`
      : html`<span class="lv-error" id=${id} aria-live="polite">${text}</span>`
  }

  /** The same for an element of your own: `<p ${this.signUp.message('email')}>${this.signUp.errors.email?.[0]}</p>`. */
  message(name: FieldName<Input> | '' = ''): FormMessage {
    refuseShared('a message of a form')
    return new FormMessage(this.#state, name)
  }

  /** The id of a field's element, for a `<label for>` or a link. */
  id(name: FieldName<Input>): string {
    return this.#state.idOf(name)
  }

  /**
   * A handler for `lv-submit`. It checks all values; `fn` gets what the schema makes of them. If something is wrong, `fn` is not
   * called, the messages show, and the first field that is wrong gets the focus. When `fn` fails, what it has changed is undone,
   * and what was typed stays.
   *
   * @throws FormError 'form-handler'
   */
  submit(fn: (values: Output, event: LiveEvent) => unknown): Handler {
    refuseShared('the submit of a form')
    if (typeof fn !== 'function') {
      throw new FormError(
        'form-handler',
        `Expected a method or a function in submit(), received ${fn === null ? 'null' : typeof fn}. Write submit(this.save), without ().`,
      )
    }
    const submitting = (event: LiveEvent) => this.#submitted(fn, event)
    this.#submitting = submitting
    notePost(submitting, () => this.#state.idOf(''))
    return ownedAs(fn, submitting, { by: this, again: (other) => this.submit(other as never) })
  }

  /** Sets one value; what was said about that field goes away. */
  set<Name extends FieldName<Input>>(name: Name, value: Typed<ValueAt<Input, Name>>): void {
    refuseInView(`a value for ${name}`)
    this.#state.set(name, value)
  }

  /** Adds a message of your own ("This address is taken"), until the field is changed or the form is sent again. */
  setError(name: FieldName<Input> | '', message: string): void {
    refuseInView('an error for a form')
    this.#state.addError(name, message)
  }

  /** Starts again, with these values or those that it started with; the fields of the page follow. */
  reset(initial?: Initial<Input>): void {
    refuseInView('a reset of a form')
    this.#state.restart(initial as object | undefined)
  }

  #submitted(fn: (values: Output, event: LiveEvent) => unknown, event: LiveEvent) {
    const state = this.#state
    state.intake(event.form)
    return validate(this.#schema, state.input(), (result) => {
      state.take(byName(result.issues ?? []))
      if (result.issues) return state.refuse()
      // From here on a failure undoes only what the handler does.
      state.reach().place.savepoint()
      const done = fn(result.value, event)
      return done instanceof Promise ? done.then(() => state.refuse()) : state.refuse()
    })
  }

  /** @internal The form of that name in these components, with what it does when it is sent; undefined if none of them shows it. */
  static posted(nodes: Iterable<ComponentNode>, name: string): PostedForm | undefined {
    for (const node of nodes) {
      for (const form of Object.values(node.component)) {
        if (!(form instanceof Form) || form.#state.idOf('') !== name) continue
        const handler = form.#submitting
        return (
          handler && {
            node,
            handler,
            isRefused: () => form.#state.isRefused,
            fail: (sentence) => form.#state.addError('', sentence),
          }
        )
      }
    }
    return undefined
  }

  [LIVE](node: ComponentNode, place: ComponentServices): (isRestored: boolean) => void {
    return this.#state.live(node, place)
  }

  [STATE](): unknown {
    return this.#state.stored()
  }

  [RESTORE](data: unknown): void {
    this.#state.restore(data as StoredForm)
  }
}
