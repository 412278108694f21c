/** Commands that a page does by itself, without a trip to the server: data made here, never script. */
import { TemplateError } from './errors.ts'
import { kindOf } from './values.ts'

/**
 * One command, as `lv-do-click=${[show('#menu')]}` takes it: its name, the selector, what it needs.
 *
 * @example
 * new Command('show', '#menu').words // ['show', '#menu']
 */
export class Command {
  readonly words: readonly string[]
  constructor(...words: readonly string[]) {
    this.words = words
  }
}

/**
 * Shows the elements that a selector finds: takes `hidden` off. Without a selector it is the element itself.
 * All commands stand until the server gives that attribute a new value, also over a take-over.
 *
 * @example
 * html`<button lv-do-click=${[show('#menu'), focus('#search')]}>Menu</button>` instanceof Rendered // true
 */
export const show = (selector = '') => new Command('show', selector)

/** Hides the elements that a selector finds, by `hidden`. @example hide('#menu').words // ['hide', '#menu'] */
export const hide = (selector = '') => new Command('hide', selector)

/** Shows what is hidden and hides what is shown. @example toggle('#menu').words // ['toggle', '#menu'] */
export const toggle = (selector = '') => new Command('toggle', selector)

/** Focuses the first element that a selector finds. @example focus('#name').words // ['focus', '#name'] */
export const focus = (selector = '') => new Command('focus', selector)

/** Gives a class to the elements that a selector finds. @example addClass('open', '#menu').words // ['addClass', '#menu', 'open'] */
export const addClass = (name: string, selector = '') => new Command('addClass', selector, name)

/** Takes a class from them. @example removeClass('open').words // ['removeClass', '', 'open'] */
export const removeClass = (name: string, selector = '') =>
  new Command('removeClass', selector, name)

/** Gives a class to those that lack it and takes it from the others. @example toggleClass('open').words // ['toggleClass', '', 'open'] */
export const toggleClass = (name: string, selector = '') =>
  new Command('toggleClass', selector, name)

/**
 * Sets an attribute. `on…` and `lv-…` are refused: a command is no way to script or to handlers.
 *
 * @throws TemplateError 'template-value'
 * @example
 * setAttribute('aria-expanded', 'true').words // ['setAttribute', '', 'aria-expanded', 'true']
 */
export const setAttribute = (name: string, value: string, selector = '') =>
  new Command('setAttribute', selector, harmless(name), value)

/** Takes an attribute out. @example removeAttribute('open', '#more').words // ['removeAttribute', '#more', 'open'] */
export const removeAttribute = (name: string, selector = '') =>
  new Command('removeAttribute', selector, harmless(name))

/**
 * Dispatches a CustomEvent that bubbles, for scripts and hooks of the page and for `lv-<event>` handlers.
 *
 * @example
 * dispatch('zoom', { to: 2 }, '#chart').words // ['dispatch', '#chart', 'zoom', '{"to":2}']
 */
export const dispatch = (event: string, detail: unknown = null, selector = '') =>
  new Command('dispatch', selector, event, JSON.stringify(detail))

/** What stands in the attribute. @throws TemplateError for anything that is no command. */
export function commandsText(name: string, value: unknown): string | null {
  if (value === null || value === undefined || value === false) return null
  const commands = [value].flat()
  const odd = commands.find((one) => !(one instanceof Command))
  if (odd !== undefined) {
    throw new TemplateError(
      'template-value',
      `Expected commands such as \${[toggle('#menu')]} in ${name}, received ${kindOf(odd)}. For a handler, write lv-${name.slice(6)}.`,
    )
  }
  return JSON.stringify(commands.map((one) => (one as Command).words))
}

// URLs would need the template's own check, and a style can hide what a visitor must see.
function harmless(name: string): string {
  if (!/^(on|lv-)|^(href|src|srcdoc|action|formaction|style)$/i.test(name)) return name
  throw new TemplateError(
    'template-value',
    `Expected an attribute that a command may set, received ${name}: it could run script or change a handler. Set it in the template.`,
  )
}
