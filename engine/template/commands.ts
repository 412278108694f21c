/** Commands that a page runs by itself, without the server: data made here, never script. */
import { TemplateError } from './errors.ts'
import { kindOf } from './values.ts'

/**
 * One command, as `lv-do-click=${[show('#menu')]}` takes it: its name, the selector, its arguments.
 *
 * @example
 * new Command('show', '#menu').words // ['show', '#menu']
 */
export class Command {
  /** Its name, the selector and its arguments, as the page gets them. */
  readonly words: readonly string[]
  /** Use the functions: they check what may be set. */
  constructor(...words: readonly string[]) {
    this.words = words
  }
}

/**
 * Shows the elements that a selector finds, by removing `hidden`. Without a selector it acts on the element itself.
 * The effect of a command lasts until the server gives that attribute a new value, also after a take-over.
 *
 * @param selector A CSS selector; without one the element itself.
 * @example
 * html`<button lv-do-click=${[show('#menu'), focus('#search')]}>Menu</button>` instanceof Rendered // true
 */
export const show = (selector = '') => new Command('show', selector)

/**
 * Hides the elements that a selector finds, by setting `hidden`.
 *
 * @param selector A CSS selector; without one the element itself.
 * @example
 * hide('#menu').words // ['hide', '#menu']
 */
export const hide = (selector = '') => new Command('hide', selector)

/**
 * Shows what is hidden and hides what is shown.
 *
 * @param selector A CSS selector; without one the element itself.
 * @example
 * toggle('#menu').words // ['toggle', '#menu']
 */
export const toggle = (selector = '') => new Command('toggle', selector)

/**
 * Focuses the first element that a selector finds.
 *
 * @param selector A CSS selector; without one the element itself.
 * @example
 * focus('#name').words // ['focus', '#name']
 */
export const focus = (selector = '') => new Command('focus', selector)

/**
 * Adds a class to the elements that a selector finds.
 *
 * @param name One class.
 * @param selector A CSS selector; without one the element itself.
 * @example
 * addClass('open', '#menu').words // ['addClass', '#menu', 'open']
 */
export const addClass = (name: string, selector = '') => new Command('addClass', selector, name)

/**
 * Removes a class from them.
 *
 * @param name One class.
 * @param selector A CSS selector; without one the element itself.
 * @example
 * removeClass('open').words // ['removeClass', '', 'open']
 */
export const removeClass = (name: string, selector = '') =>
  new Command('removeClass', selector, name)

/**
 * Adds a class to elements that lack it and removes it from the others.
 *
 * @param name One class.
 * @param selector A CSS selector; without one the element itself.
 * @example
 * toggleClass('open').words // ['toggleClass', '', 'open']
 */
export const toggleClass = (name: string, selector = '') =>
  new Command('toggleClass', selector, name)

/**
 * Sets an attribute. `on…` and `lv-…` are refused: a command must not add scripts or handlers.
 *
 * @param name Any attribute but `on…`, `lv-…`, `style` and those with addresses.
 * @param value As text.
 * @param selector A CSS selector; without one the element itself.
 * @throws TemplateError 'template-value'
 * @example
 * setAttribute('aria-expanded', 'true').words // ['setAttribute', '', 'aria-expanded', 'true']
 */
export const setAttribute = (name: string, value: string, selector = '') =>
  new Command('setAttribute', selector, harmless(name), value)

/**
 * Removes an attribute.
 *
 * @param name As for `setAttribute`.
 * @param selector A CSS selector; without one the element itself.
 * @example
 * removeAttribute('open', '#more').words // ['removeAttribute', '#more', 'open']
 */
export const removeAttribute = (name: string, selector = '') =>
  new Command('removeAttribute', selector, harmless(name))

/**
 * Dispatches a CustomEvent that bubbles, for scripts and hooks of the page and for `lv-<event>` handlers.
 *
 * @param event The name of the event.
 * @param detail Its `detail`: whatever JSON can carry.
 * @param selector A CSS selector; without one the element itself.
 * @example
 * dispatch('zoom', { to: 2 }, '#chart').words // ['dispatch', '#chart', 'zoom', '{"to":2}']
 */
export const dispatch = (event: string, detail: unknown = null, selector = '') =>
  new Command('dispatch', selector, event, JSON.stringify(detail))

/** The text of the attribute. @throws TemplateError for a value that is not a command. */
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

// URLs would need the check of templates, and a style can hide what a visitor must see.
function harmless(name: string): string {
  if (!/^(on|lv-)|^(href|src|srcdoc|action|formaction|style)$/i.test(name)) return name
  throw new TemplateError(
    'template-value',
    `Expected an attribute that a command may set, received ${name}: it could run script or change a handler. Set it in the template.`,
  )
}
