/** The tags that make templates: `html` and `svg`. */
import { membersOf } from './binding.ts'
import { compile } from './compile.ts'
import { foundAt } from './cursor.ts'
import { TemplateError } from './errors.ts'
import { handlerSentence, isHandler } from './handler.ts'
import { addOrigin, originOfCall } from './origin.ts'
import { Rendered } from './rendered.ts'
import type { HandlerSlot, Template } from './template.ts'
import type { TemplateValue } from './template-value.ts'

/**
 * Markup with values. A literal is compiled once; each run only collects its values.
 *
 * @param strings The literal, which JavaScript passes.
 * @param values What stands in its places.
 * @throws TemplateError with file, line and column when the literal does not parse.
 * @example
 * class Greeting extends LiveComponent {
 *   name = 'Ada'
 *   rename() {
 *     this.name = 'Grace'
 *   }
 *   getTemplate() {
 *     return html`<button lv-click=${this.rename}>Hello ${this.name}</button>`
 *   }
 * }
 * const tab = await visit(Greeting)
 * await tab.click(byRole('button'))
 * tab.text() // 'Hello Grace'
 */
export function html(strings: TemplateStringsArray, ...values: TemplateValue[]): Rendered {
  return rendered(strings, values, false, html)
}

/**
 * The same for a fragment of an SVG image.
 *
 * @param strings The literal, which JavaScript passes.
 * @param values What stands in its places.
 * @example
 * class Dial extends LiveComponent {
 *   marks = [1, 2, 3]
 *   getTemplate() {
 *     return html`<svg viewBox="0 0 10 10">${each(this.marks, (r) => r, (r) => svg`<circle r=${r} />`)}</svg>`
 *   }
 * }
 * const tab = await visit(Dial)
 * tab.has('svg circle[r="3"]') // true
 */
export function svg(strings: TemplateStringsArray, ...values: TemplateValue[]): Rendered {
  return rendered(strings, values, true, svg)
}

function rendered(
  strings: TemplateStringsArray,
  values: readonly unknown[],
  isSvg: boolean,
  tag: Tag,
): Rendered {
  const template = compiled.get(strings) ?? compileOnce(strings, isSvg, tag)
  if (template.bindings.length > 0) values = boundValues(template, values, strings, isSvg, tag)
  // Checked here and not with all other values: only now does the stack contain the line.
  for (const slot of template.handlers) {
    const value = values[slot.value]
    if (typeof value !== 'function' && !isHandler(value)) {
      throw noHandler(slot, value, strings, isSvg, tag)
    }
  }
  return new Rendered(template, values)
}

const compiled = new WeakMap<TemplateStringsArray, Template>()

function compileOnce(strings: TemplateStringsArray, isSvg: boolean, tag: typeof html): Template {
  const options = { svg: isSvg }
  try {
    const template = compile(strings, options)
    compiled.set(strings, template)
    addOrigin(template, originOfCall(strings, options, tag))
    return template
  } catch (error) {
    if (error instanceof TemplateError) originOfCall(strings, options, tag).place(error)
    throw error
  }
}

function boundValues(
  template: Template,
  values: readonly unknown[],
  strings: TemplateStringsArray,
  isSvg: boolean,
  tag: Tag,
): readonly unknown[] {
  const all = [...values]
  for (const binding of template.bindings) {
    try {
      all.push(...membersOf(binding, values))
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error
      throw placed(error, binding.value, strings, isSvg, tag)
    }
  }
  return all
}

type Tag = typeof html

function noHandler(
  { event, value: piece }: HandlerSlot,
  value: unknown,
  strings: TemplateStringsArray,
  isSvg: boolean,
  tag: Tag,
): TemplateError {
  const origin = originOfCall(strings, { svg: isSvg }, tag)
  const code = origin.code?.({ piece, offset: strings[piece]!.length })
  const error = new TemplateError('template-value', handlerSentence(event, value, code))
  return placed(error, piece, strings, isSvg, tag)
}

/** The error, with the place of a value of this call. */
function placed(
  error: TemplateError,
  piece: number,
  strings: TemplateStringsArray,
  isSvg: boolean,
  tag: Tag,
): TemplateError {
  const before = strings.slice(0, piece + 1).join('')
  error.line = before.split('\n').length
  foundAt.set(error, { piece, offset: strings[piece]!.length })
  originOfCall(strings, { svg: isSvg }, tag).place(error)
  return error
}
