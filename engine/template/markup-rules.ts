/** What HTML says about elements that the compiler must know. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

export const VOID = words('area base br col embed hr img input link meta param source track wbr')
/** Their content is text to the parser: no element and no comment can stand in it. */
export const PLAIN = words('textarea title')
/** Their content is code: a value there is refused. */
export const CODE = words('script style')
/** Text directly in them is dropped or moved by the parser. */
export const NO_TEXT = words('table thead tbody tfoot tr colgroup select optgroup datalist')
/** White space between their children means nothing. */
export const LOOSE = words(
  'table thead tbody tfoot tr colgroup select optgroup datalist ul ol menu dl svg g defs picture video audio head html',
)
/** What may stand right in a table part. */
export const CHILDREN_OF: Readonly<Record<string, ReadonlySet<string>>> = {
  table: words('caption colgroup thead tbody tfoot template script style'),
  thead: words('tr template script'),
  tbody: words('tr template script'),
  tfoot: words('tr template script'),
  tr: words('td th template script'),
  colgroup: words('col template'),
  select: words('option optgroup hr template script'),
  optgroup: words('option template script'),
}
/** An open `<p>` is closed by the parser when one of these begins. */
export const CLOSES_P = words(
  'address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul',
)
/** Elements that can't stand in one of their own kind. */
export const NOT_IN_SELF = words('a button form label option')
/** The document around a page's content has them already; the parser drops a second one. */
export const OF_THE_PAGE = words('html head body frameset')
/** Elements whose names are the root of foreign content. */
export const FOREIGN = words('svg math')

/** Attributes that mirror a property: the property is what a visitor changes. */
export const isLiveProperty = (element: string, attribute: string) =>
  (attribute === 'value' &&
    (element === 'input' || element === 'textarea' || element === 'select')) ||
  (attribute === 'checked' && element === 'input')

/** Attributes of a handler that are not handlers themselves. */
export const MODIFIERS = words(
  'lv-key lv-debounce lv-throttle lv-prevent lv-once lv-outside lv-ignore lv-hook lv-stop',
)
