/** Runs a handler only for input that its schema accepts. */
import type { Handler, LiveEvent } from '../template/template-value.ts'
import { ownedAs } from './bound.ts'
import { ComponentError, InputError } from './errors.ts'
import { isSchema, issueText, type SchemaIssue, type StandardSchema, validate } from './schema.ts'

/**
 * A handler whose input is checked first, by any Standard Schema (zod, valibot, arktype, …): it gets the schema's output,
 * with the schema's type, and then the event. The schema gets
 *
 * - the form's values, if the handler is on a `<form>`;
 * - the detail, for an event of your own or a hook's push;
 * - the field's text for everything else. `event.checked` says whether a checkbox is on.
 *
 * Refused input does not reach the handler: no state changes, the tab is told (`input-refused`), the log gets a line, and the
 * session goes on. A schema may be asynchronous; later events wait for it.
 *
 * @param schema Any Standard Schema. It gets the values of the form where the handler stands on a `<form>`, else the detail of the event or the text of the field.
 * @param handler Gets what the schema makes of it, and the event.
 * @throws ComponentError 'handler-schema', 'handler-not-function'
 * @example
 * const Age: StandardSchema<number> = {
 *   '~standard': {
 *     version: 1,
 *     vendor: 'example',
 *     validate: (text) =>
 *       /^\d+$/.test(String(text)) ? { value: Number(text) } : { issues: [{ message: 'Expected a number' }] },
 *   },
 * }
 * class Person extends LiveComponent {
 *   age = 0
 *   getTemplate() {
 *     return html`<input aria-label="Age" lv-change=${validated(Age, (age) => { this.age = age })}>`
 *   }
 * }
 * const tab = await visit(Person)
 * await tab.fill(byLabel('Age'), '36')
 * tab.state // { age: 36 }
 */
export function validated<Output>(
  schema: StandardSchema<Output>,
  handler: (value: Output, event: LiveEvent) => void,
): Handler {
  if (!isSchema(schema)) throw noSchema(schema)
  if (typeof handler !== 'function') throw noHandler(handler)
  const checking = (event: LiveEvent) =>
    validate(schema, inputOf(event), (result) => {
      if (result.issues) throw refused(event, result.issues)
      return handler(result.value, event)
    })
  return ownedAs(handler, checking, {
    by: schema,
    again: (other) => validated(schema, other as typeof handler),
  })
}

// Whatever the tab sends, only what the schema accepts reaches the handler.
function inputOf({ type, form, detail, value }: LiveEvent): unknown {
  if (type === 'submit' || Object.keys(form).length > 0) return form
  return detail === undefined ? value : detail
}

// Only the schema's own words: the input may be a secret, and this goes into the log.
function refused({ type }: LiveEvent, issues: readonly SchemaIssue[]): InputError {
  const told = issues.slice(0, MAX_ISSUES).map((issue) => issueText(issue).slice(0, MAX_LETTERS))
  const more = issues.length - told.length
  return new InputError(
    `Expected the input of ${type} to match the schema, received problems: ${told.join('; ')}${more > 0 ? ` and ${more} more` : ''}. Nothing was changed. Correct the input and send it again.`,
    issues,
  )
}

// A form with a thousand wrong fields must not fill the log.
const MAX_ISSUES = 5
const MAX_LETTERS = 200

const noSchema = (found: unknown) =>
  new ComponentError(
    'handler-schema',
    `Expected a schema that follows Standard Schema (with a '~standard' property) in validated(), received ${found === null ? 'null' : typeof found}. Use zod, valibot, arktype or a similar library.`,
  )

const noHandler = (found: unknown) =>
  new ComponentError(
    'handler-not-function',
    `Expected a method or a function after the schema in validated(), received ${found === null ? 'null' : typeof found}. Write validated(schema, this.save), without ().`,
  )
