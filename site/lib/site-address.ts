/** Where the built pages will stand and where their source is: known only if whoever builds says so. */

type Environment = Readonly<Record<string, string | undefined>>

/** The origin that readers use, as in `https://telar.example`; undefined unless TELAR_SITE_URL names it. */
export function siteUrl({ TELAR_SITE_URL: text }: Environment = process.env): string | undefined {
  if (!text) return undefined
  const url = readUrl('TELAR_SITE_URL', text)
  if (url.pathname === '/' && !url.search && !url.hash) return url.origin
  throw new Error(
    `Expected TELAR_SITE_URL to be an origin such as https://telar.example, received "${text}". Leave out what follows the host and port.`,
  )
}

/** The repository's page, as in `https://git.example/telar`; undefined unless TELAR_SOURCE_URL names it. */
export function sourceUrl(
  { TELAR_SOURCE_URL: text }: Environment = process.env,
): string | undefined {
  return text ? readUrl('TELAR_SOURCE_URL', text).href.replace(/\/$/, '') : undefined
}

function readUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new Error(
    `Expected ${name} to be an address that begins with https://, received "${text}". Leave it out to build without.`,
  )
}
