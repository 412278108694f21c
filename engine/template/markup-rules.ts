/** The rules of HTML that the compiler needs. */
import { MODIFIERS as NAMES } from '../protocol/names.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

export const VOID = words(
  'area base basefont bgsound br col embed hr img input link meta param source track wbr',
)
/** Their content is text to the parser: they can't contain elements or comments. */
export const PLAIN = words('textarea title')
/** Their content is code, or not shown when scripts are enabled: a value there is refused. */
export const CODE = words('script style xmp iframe noembed noframes noscript')
/** The kind of an element's content, if it is text to the parser. In SVG we treat title, style and script as text. */
export function textKind(name: string, isHtml: boolean): 'plain' | 'code' | undefined {
  if (PLAIN.has(name)) return isHtml || name === 'title' ? 'plain' : undefined
  return CODE.has(name) && (isHtml || /^(script|style)$/.test(name)) ? 'code' : undefined
}
/** White space between their children is never shown. */
export const LAYOUT_IN = words(
  'table thead tbody tfoot tr colgroup datalist svg g defs picture video audio',
)
/** White space at their ends is not shown; between children in one line it is. */
export const LAYOUT_AT_ENDS = words('ul ol menu dl')

/** Only what HTML calls white space: other blanks are shown. */
export const isBlank = (text: string) => !/[^ \t\n\f\r]/.test(text)

/** Attributes that mirror a property: the property is what a visitor changes. */
export const isLiveProperty = (element: string, attribute: string) =>
  (attribute === 'value' &&
    (element === 'input' || element === 'textarea' || element === 'select')) ||
  (attribute === 'checked' && element === 'input')

/** Attributes of a handler that are not handlers themselves. */
export const MODIFIERS: ReadonlySet<string> = new Set(NAMES.map((name) => `lv-${name}`))
