/** The sitemap, if the build was told where the site will stand. */
import { onlyWithAddress } from '../../lib/only-with-address.ts'
import { sitemapXml } from '../../lib/sitemap.ts'

export const dynamic = 'force-static'

export const GET = () => onlyWithAddress('application/xml; charset=utf-8', sitemapXml)
