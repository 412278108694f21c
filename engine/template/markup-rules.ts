/** What HTML says about elements that the compiler must know. */
import { MODIFIERS as NAMES } from '../protocol/names.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

export const VOID = words(
  'area base basefont bgsound br col embed hr img input link meta param source track wbr',
)
/** Their content is text to the parser: no element and no comment can stand in it. */
export const PLAIN = words('textarea title')
/** Their content is code, or nothing that a page with scripts shows: a value there is refused. */
export const CODE = words('script style xmp iframe noembed noframes noscript')
/** What the content of an element is, if it is text to the parser. In an image a title, a style and a script are texts to us. */
export function textKind(name: string, isHtml: boolean): 'plain' | 'code' | undefined {
  if (PLAIN.has(name)) return isHtml || name === 'title' ? 'plain' : undefined
  return CODE.has(name) && (isHtml || /^(script|style)$/.test(name)) ? 'code' : undefined
}
/** White space between what stands in them never shows. */
export const LAYOUT_IN = words(
  'table thead tbody tfoot tr colgroup datalist svg g defs picture video audio',
)
/** White space at their ends does not show; between children that stand in one line it does. */
export const LAYOUT_AT_ENDS = words('ul ol menu dl')

/** Nothing but what HTML calls white space: other blanks show. */
export const isBlank = (text: string) => !/[^ \t\n\f\r]/.test(text)

/** Attributes that mirror a property: the property is what a visitor changes. */
export const isLiveProperty = (element: string, attribute: string) =>
  (attribute === 'value' &&
    (element === 'input' || element === 'textarea' || element === 'select')) ||
  (attribute === 'checked' && element === 'input')

/** Attributes of a handler that are not handlers themselves. */
export const MODIFIERS: ReadonlySet<string> = new Set(NAMES.map((name) => `lv-${name}`))
