/** Reads which content codings a client takes (RFC 9110, 12.5.3). */

/** Whether an answer may be gzipped, by the request's `accept-encoding`. */
export function takesGzip(accepted: string | string[] | null | undefined): boolean {
  const weights = new Map<string, number>()
  for (const item of String(accepted ?? '').split(',')) {
    const [coding = '', ...parameters] = item.toLowerCase().split(';')
    const weight = parameters.map((it) => /^\s*q\s*=\s*(\d*\.?\d*)\s*$/.exec(it)?.[1]).find(Boolean)
    weights.set(coding.trim(), Number(weight ?? 1))
  }
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0
}
