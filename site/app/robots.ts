/** robots.txt: all may be read; the sitemap is named if there is one. */
import type { MetadataRoute } from 'next'
import { siteUrl } from '../lib/site-address.ts'

export default function robots(): MetadataRoute.Robots {
  const site = siteUrl()
  return {
    // Each visit of an example is a session of the server.
    rules: { userAgent: '*', allow: '/', disallow: ['/telar-config.json', '/examples/conduit/'] },
    ...(site && { sitemap: `${site}/sitemap.xml` }),
  }
}
