/** Titles, descriptions and link cards of pages. */
import type { Metadata } from 'next'
import { cardPath } from '../lib/card-path.ts'
import { siteUrl } from '../lib/site-address.ts'
import { wordsOf } from '../words/of.ts'
import type { Lang } from '../words/words.ts'

/** For a root layout. */
export function siteMetadata(lang: Lang): Metadata {
  const { tagline, about } = wordsOf(lang)
  const site = siteUrl()
  return {
    title: `Telar: ${tagline}`,
    description: about,
    ...(site && { metadataBase: new URL(site) }),
  }
}

/** For a page: what is on it, then what this is. With its bare path, links to it get a card with a picture. */
export function pageMetadata(
  lang: Lang,
  title: string,
  description: string,
  path?: string,
): Metadata {
  const { about, tagline } = wordsOf(lang)
  const whole = `${description} ${about}`
  // A layout's template does not reach the page beside it.
  const named = { absolute: `${title} · Telar: ${tagline}` }
  const site = siteUrl()
  const card = {
    title,
    description,
    siteName: 'Telar',
    locale: lang === 'es' ? 'es' : 'en',
    type: 'website' as const,
  }
  // A picture needs an absolute address.
  if (!site || path === undefined) return { title: named, description: whole, openGraph: card }
  const picture = { url: `${site}${cardPath(lang, path)}`, width: 1200, height: 630, alt: title }
  return {
    title: named,
    description: whole,
    openGraph: { ...card, images: [picture] },
    twitter: { card: 'summary_large_image' },
  }
}
