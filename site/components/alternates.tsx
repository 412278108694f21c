/** Tells programs this page's own address, and where it stands in the other language and as Markdown. */
import { alternatesOf, type PagePlace } from '../lib/alternates.ts'
import { siteUrl } from '../lib/site-address.ts'

// As links and not as metadata of Next, which would write the address of the machine that builds.
export function Alternates(place: PagePlace) {
  return alternatesOf(place, siteUrl()).map((link) => (
    <link key={link.href + link.rel + link.hrefLang} {...link} />
  ))
}
