/** The feed of changes, if the build was told where the site will stand. */
import { feedXml } from '../../lib/feed.ts'
import { onlyWithAddress } from '../../lib/only-with-address.ts'

export const dynamic = 'force-static'

export const GET = () =>
  onlyWithAddress('application/rss+xml; charset=utf-8', (site) => feedXml(site))
