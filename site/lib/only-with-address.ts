/** What needs absolute addresses is there only if the build was told where the site will stand. */
import { siteUrl } from './site-address.ts'

export function onlyWithAddress(type: string, write: (site: string) => string): Response {
  const site = siteUrl()
  if (site) return new Response(write(site), { headers: { 'Content-Type': type } })
  return new Response('Not here. Build with TELAR_SITE_URL=https://… to have it.\n', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
