/** The content security policy of a page: what the engine needs, and the sources that the page adds. */

/**
 * By directive, such as `img-src`, the sources that a page allows besides the engine's own.
 *
 * @example
 * const csp: Sources = { 'img-src': ['https://images.example'] }
 * page('/', Counter, { csp }).csp // { 'img-src': ['https://images.example'] }
 */
export type Sources = Readonly<Record<string, string | readonly string[]>>

/** @throws TypeError for a directive or a source that can't be written into a policy. */
export function checkSources(sources: Sources, where: string): void {
  for (const [directive, given] of Object.entries(sources)) {
    const list = [given].flat()
    const isRight =
      /^[a-z-]+-(src|src-attr|src-elem|uri|action|ancestors)$/.test(directive) &&
      list.every((source) => typeof source === 'string' && /^[^\s;,]+$/.test(source))
    if (isRight) continue
    throw new TypeError(
      `Expected a directive and its sources in ${where}, received ${JSON.stringify({ [directive]: given }).slice(0, 200)}. Write it as in { 'img-src': ['https://images.example'] }.`,
    )
  }
}

/** The policy's text. */
export function policyText(own: readonly string[], sources: Sources = {}): string {
  const directives = new Map(own.map((one) => [one.slice(0, one.indexOf(' ')), one]))
  for (const [directive, given] of Object.entries(sources)) {
    // Without a rule of its own a directive means what default-src says.
    const known = directives.get(directive) ?? `${directive} 'self'`
    directives.set(directive, [known, ...[given].flat()].join(' '))
  }
  return [...directives.values()].join('; ')
}
