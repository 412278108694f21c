/** Decides what an attribute with a value in it is: a handler, a property or an attribute. */
import { URL_ATTRIBUTES } from './escape.ts'
import { isLiveProperty, MODIFIERS } from './markup-rules.ts'
import type { Slot } from './template.ts'

/** The slot, or a sentence that says why a value can't stand there. */
export function attributeSlot(
  element: string,
  name: string,
  parts: readonly string[],
  values: readonly number[],
  tag: number,
): Exclude<Slot, { kind: 'hole' }> | string {
  const whole = values.length === 1 && parts.every((part) => part === '')
  if (name.startsWith('lv-') && !MODIFIERS.has(name)) {
    if (!whole) return `${name} wants one handler and nothing else, as in ${name}=\${this.save}.`
    return { kind: 'handler', value: values[0]!, event: name.slice(3), tag }
  }
  if (/^on[a-z]/i.test(name)) return inlineHandler(name)
  if (name.toLowerCase() === 'srcdoc') {
    return "A value can't stand in srcdoc: it would be a page of its own. Use a route and src."
  }
  const bare = name.replace(/^[.?]/, '')
  if (name !== bare && !whole) {
    return `${name} wants one value and nothing else, as in ${name}=\${…}.`
  }
  return {
    kind: 'attribute',
    name: bare,
    element,
    parts: parts.map(unescapeStatic),
    values,
    property: name.startsWith('.') || (whole && isLiveProperty(element, bare)),
    url: URL_ATTRIBUTES.has(bare.toLowerCase()),
    boolean: name.startsWith('?'),
    tag,
  }
}

export const inlineHandler = (name: string) =>
  `${name} would run as script in the page. Write lv-${name.slice(2)}=\${…}: the handler stays on the server.`

// Static parts of a mixed attribute were written as HTML; as a value they are text.
const unescapeStatic = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name]!)

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
