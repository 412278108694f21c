/** The tags that make templates: `html` and `svg`. */
import { compile } from './compile.ts'
import { TemplateError } from './errors.ts'
import { addOrigin, originOfCall } from './origin.ts'
import { Rendered } from './rendered.ts'
import type { Template } from './template.ts'
import type { TemplateValue } from './template-value.ts'

/**
 * Markup with values. A literal is compiled once; each run only collects its values.
 *
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
  return new Rendered(compiled.get(strings) ?? compileOnce(strings, false, html), values)
}

/**
 * The same for a fragment of an SVG image.
 *
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
  return new Rendered(compiled.get(strings) ?? compileOnce(strings, true, svg), values)
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
