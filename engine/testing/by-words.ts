/** Finds elements by words that a visitor reads in them or next to them, and by test id if there are none. */
import { isHidden, nameOf } from './accessible.ts'
import { isButton, isToggle, shownIn } from './fields.ts'
import { elementsIn, fits, type Query, type QueryOptions, query, words } from './query.ts'
import { lineOf } from './text.ts'

/**
 * The innermost element with this text: a text must match all of its text, a pattern any part.
 *
 * @param text A text must match the whole, a pattern any part.
 * @param options `nth` chooses among several.
 * @example
 * const tab = await visit(Counter)
 * await tab.click(byText(/^Clicked/))
 * tab.has(byText('Clicked 1 times')) // true
 */
export function byText(text: string | RegExp, options: QueryOptions = {}): Query {
  return query(`the text ${words(text)}`, options, ({ root }) => {
    const found = elementsIn(root).filter(
      (element) => !isHidden(element) && fits(written(element), text),
    )
    return found.filter(
      (element) => !found.some((other) => other !== element && element.contains(other)),
    )
  })
}

/**
 * A form field by its label, or any element by its `aria-label`.
 *
 * @param label A text must match the whole, a pattern any part.
 * @param options `nth` chooses among several.
 * @example
 * class Greeting extends LiveComponent {
 *   name = ''
 *   getTemplate() {
 *     return html`<label>Name <input lv-input=${(event: LiveEvent) => (this.name = event.value)}></label>`
 *   }
 * }
 * const tab = await visit(Greeting)
 * await tab.fill(byLabel('Name'), 'Ada')
 * tab.state.name // 'Ada'
 */
export function byLabel(label: string | RegExp, options: QueryOptions = {}): Query {
  return query(`a field labelled ${words(label)}`, options, ({ root }) =>
    [...root.querySelectorAll(LABELLED)].filter(
      (field) => !isHidden(field) && fits(nameOf(field), label),
    ),
  )
}

/**
 * A field by its placeholder.
 *
 * @param hint A text must match the whole, a pattern any part.
 * @param options `nth` chooses among several.
 * @example
 * class Search extends LiveComponent {
 *   asked = ''
 *   getTemplate() {
 *     return html`<input placeholder="Search…" lv-change=${(event: LiveEvent) => (this.asked = event.value)}>`
 *   }
 * }
 * const tab = await visit(Search)
 * await tab.fill(byPlaceholder('Search…'), 'looms')
 * tab.state.asked // 'looms'
 */
export function byPlaceholder(hint: string | RegExp, options: QueryOptions = {}): Query {
  return byAttribute('placeholder', `a field with the placeholder ${words(hint)}`, hint, options)
}

/**
 * A field by its value; a select by the label of the chosen option.
 *
 * @param value A text must match the whole, a pattern any part.
 * @param options `nth` chooses among several.
 * @example
 * class Names extends LiveComponent {
 *   getTemplate() {
 *     return html`${each(['Ada', 'Grace'], (name) => name, (name) => html`<input value=${name}>`)}`
 *   }
 * }
 * const tab = await visit(Names)
 * await tab.fill(byDisplayValue('Grace'), 'Radia')
 * tab.has(byDisplayValue('Radia')) // true
 */
export function byDisplayValue(value: string | RegExp, options: QueryOptions = {}): Query {
  return query(`a field that holds ${words(value)}`, options, ({ root }) =>
    [...root.querySelectorAll('input, textarea, select')].filter(
      (field) =>
        !isToggle(field) &&
        !isButton(field) &&
        !isHidden(field) &&
        shownIn(field).some((shown) => fits(shown, value)),
    ),
  )
}

/**
 * An element by `data-testid`: for elements without a role and words of their own.
 *
 * @param id A text must match the whole, a pattern any part.
 * @param options `nth` chooses among several.
 * @example
 * class Swatch extends LiveComponent {
 *   getTemplate() {
 *     return html`<i data-testid="swatch" style=${styles({ color: 'red' })}></i>`
 *   }
 * }
 * const tab = await visit(Swatch)
 * tab.has(byTestId('swatch')) // true
 */
export function byTestId(id: string | RegExp, options: QueryOptions = {}): Query {
  return byAttribute('data-testid', `an element with the test id ${words(id)}`, id, options)
}

/**
 * An image by its alternative text.
 *
 * @param text A text must match the whole, a pattern any part.
 * @param options `nth` chooses among several.
 * @example
 * class Pet extends LiveComponent {
 *   getTemplate() {
 *     return html`<img src="/cat.png" alt="A cat on a loom">`
 *   }
 * }
 * const tab = await visit(Pet)
 * tab.has(byAltText(/cat/)) // true
 */
export function byAltText(text: string | RegExp, options: QueryOptions = {}): Query {
  const looksFor = `a picture with the text ${words(text)}`
  return byAttribute('alt', looksFor, text, options, 'img, input, area')
}

/**
 * An element by its `title`; in SVG, by its `<title>` element.
 *
 * @param title A text must match the whole, a pattern any part.
 * @param options `nth` chooses among several.
 * @example
 * class Due extends LiveComponent {
 *   getTemplate() {
 *     return html`<abbr title="as soon as possible">asap</abbr>`
 *   }
 * }
 * const tab = await visit(Due)
 * tab.text(byTitle('as soon as possible')) // 'asap'
 */
export function byTitle(title: string | RegExp, options: QueryOptions = {}): Query {
  const looksFor = `an element with the title ${words(title)}`
  return query(looksFor, options, ({ root }) =>
    [...root.querySelectorAll('[title], svg > title')].filter((element) => {
      // Never drawn itself: it is shown with its image.
      const shown = element.localName === 'title' ? element.parentElement! : element
      return !isHidden(shown) && fits(element.getAttribute('title') ?? element.textContent, title)
    }),
  )
}

function byAttribute(
  name: string,
  looksFor: string,
  wanted: string | RegExp,
  options: QueryOptions,
  among = '*',
) {
  return query(looksFor, options, ({ root }) =>
    [...root.querySelectorAll(`[${name}]`)].filter(
      (element) =>
        element.matches(among) &&
        !isHidden(element) &&
        fits(element.getAttribute(name) ?? '', wanted),
    ),
  )
}

// A button that is an <input> shows its value.
const written = (element: Element) =>
  element.localName === 'input' && isButton(element)
    ? (element.getAttribute('value') ?? '')
    : lineOf(element)

const LABELLED =
  'input, textarea, select, button, output, meter, progress, [aria-label], [aria-labelledby]'
