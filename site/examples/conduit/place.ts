/** Where Conduit stands on the site, and its addresses. */

export const BASE = '/examples/conduit'

/** The address of a page of Conduit: `to('article', slug)`. */
export const to = (...segments: string[]) =>
  `${BASE}/${segments.map((segment) => encodeURIComponent(segment)).join('/')}`

/** The same with a query; what is empty is left out. */
export function withQuery(address: string, query: Readonly<Record<string, string | number>>) {
  const given = Object.entries(query).filter(([, value]) => value !== '')
  return given.length === 0
    ? address
    : `${address}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
