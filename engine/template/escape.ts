/** Makes text safe for its position: text, attribute, URL. */

/** Does what the HTML parser would do to the text anyway, before texts are compared: so both sides hold the same. */
export function normalise(text: string): string {
  if (!UNSETTLED.test(text)) return text
  return text.replace(/\r\n?/g, '\n').replace(/\0/g, '').replace(LONE_SURROGATES, '\ufffd')
}

export const escapeText = (text: string) =>
  TEXT.test(text) ? text.replace(/[&<>]/g, (sign) => ENTITIES[sign]!) : text

export const escapeAttribute = (text: string) =>
  ATTRIBUTE.test(text) ? text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!) : text

/** A URL that would run script becomes `about:blank`; all others stay as they are. */
export function safeUrl(url: string): string {
  // Browsers ignore control characters and spaces when they look for the scheme.
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url.replace(/[\0-\x20\x7f-\x9f]/g, ''))?.[1]
  if (scheme === undefined) return url
  const name = scheme.toLowerCase()
  if (name === 'javascript' || name === 'vbscript') return 'about:blank'
  if (name === 'data' && !/^\s*data:image\/(png|jpe?g|gif|webp|avif);/i.test(url))
    return 'about:blank'
  return url
}

/** Several URLs in one attribute, as an animation takes them. */
export const safeUrls = (urls: string): string =>
  urls.split(';').every((url) => safeUrl(url) === url) ? urls : 'about:blank'

/** Whether a browser loads, or navigates to, the value of this attribute or property. */
export function isUrlAttribute(element: string, attribute: string): boolean {
  const name = attribute.toLowerCase()
  // An animation can set its element's href.
  return URL_ATTRIBUTES.has(name) || (ANIMATIONS.has(element) && ANIMATED.has(name))
}

const URL_ATTRIBUTES = new Set(
  'href src action formaction xlink:href poster cite data ping background manifest'.split(' '),
)
const ANIMATIONS = new Set(['animate', 'set', 'animateTransform', 'animateMotion'])
const ANIMATED = new Set(['to', 'from', 'by', 'values'])

/** A key as written in markers: no space, quote, `<`, `>` or `--`. */
export const escapeKey = (key: string) =>
  /^[\w.]*$/.test(key) ? key : encodeURIComponent(key).replace(/-/g, '%2D').replace(/'/g, '%27')

const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const UNSETTLED = /[\r\0\ud800-\udfff]/
const TEXT = /[&<>]/
const ATTRIBUTE = /[&<>"]/
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
