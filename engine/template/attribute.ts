/** Decides what an attribute with a value in it is: a handler, a property or an attribute. */
import { isUrlAttribute } from './escape.ts'
import { isLiveProperty, MODIFIERS } from './markup-rules.ts'
import type { Slot } from './template.ts'

/** The slot, or a sentence that says why a value is not allowed there. */
export function attributeSlot(
  element: string,
  name: string,
  parts: readonly string[],
  values: readonly number[],
  tag: number,
): Exclude<Slot, { kind: 'child' }> | string {
  const whole = values.length === 1 && parts.every((part) => part === '')
  if (name.startsWith('lv-') && !MODIFIERS.has(name) && !(whole && name.startsWith('lv-do-'))) {
    if (!whole)
      return `Expected one handler as all of ${name}, received more. Write ${name}=\${this.save}.`
    // In the page, markers are attributes, whose names the parser makes lower-case.
    return { kind: 'handler', value: values[0]!, event: name.slice(3).toLowerCase(), tag }
  }
  if (/^on[a-z]/i.test(name)) return inlineHandler(name)
  if (name.toLowerCase() === 'srcdoc') {
    return 'Expected no value in srcdoc, received one: it would be a page of its own. Use a route and src.'
  }
  const reference = whole ? undefined : unknownReference(parts)
  if (reference) {
    return `Expected &amp; &lt; &gt; &quot; or a number such as &#169; beside a value in ${name}, received ${reference}. Write the character itself.`
  }
  const bare = name.replace(/^[.?]/, '')
  if (name !== bare && !whole) {
    return `Expected one value as all of ${name}, received more. Write ${name}=\${…}.`
  }
  if (name.startsWith('.') && /^(script|style)$/i.test(element) && CONTENT.test(bare)) {
    return `Expected no value in ${name} of <${element}>, received one: it would write its code. ${/^style$/i.test(element) ? 'Use style=${styles({…})} or a class' : 'Use push() to hand data to a script'}.`
  }
  return {
    kind: 'attribute',
    name: bare,
    element,
    parts: parts.map(unescapeStatic),
    values,
    property: name.startsWith('.') || (whole && isLiveProperty(element, bare)),
    url: isUrlAttribute(element, bare),
    boolean: name.startsWith('?'),
    tag,
  }
}

/** Why an attribute without a value is not allowed in a template. */
export function staticAttribute(name: string, text: string | undefined): string | undefined {
  if (/^on[a-z]/i.test(name)) return inlineHandler(name)
  if (!/^lv-/i.test(name) || MODIFIERS.has(name)) return undefined
  return `Expected a handler in ${name}, received ${text === undefined ? 'nothing' : `the text ${JSON.stringify(text)}`}. Write ${name}=\${this.save}.`
}

/** Why `lv-busy` locks nothing on an element with these attributes; `type` is its text, if it has one. */
export function busyPlace(
  element: string,
  names: { has(name: string): boolean },
  type: string,
): string | undefined {
  const submits =
    element === 'button'
      ? !/^(button|reset)$/i.test(type)
      : element === 'input' && /^(submit|image)$/i.test(type)
  const isRight = element === 'form' ? names.has('lv-submit') : submits || names.has('lv-click')
  if (isRight || !names.has('lv-busy')) return undefined
  return `Expected lv-busy on a form with lv-submit, a button that submits one or an element with lv-click, received it on a <${element}> without them. Move it to the element that has the handler.`
}

const inlineHandler = (name: string) =>
  `Expected no inline script, received ${name}: it would run in the page. Write lv-${name.slice(2).toLowerCase()}=\${…}: the handler stays on the server.`

// Static parts of a mixed attribute were written as HTML; a value is text.
const unescapeStatic = (text: string) =>
  text.replace(REFERENCE, (whole, name: string) => {
    if (!name.startsWith('#')) return SIGNS[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })

const unknownReference = (parts: readonly string[]) =>
  parts
    .flatMap((part) => [...part.matchAll(REFERENCE)])
    .find(([, name]) => !name!.startsWith('#') && SIGNS[name!] === undefined)?.[0]

/** Properties that write the content of an element. */
const CONTENT = /^(text|textContent|innerText|outerText|innerHTML|outerHTML|nodeValue)$/i

const REFERENCE = /&(#x[\da-f]+|#\d+|[a-z][a-z\d]*);/gi
const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
