/** The web manifest: the name, the colours and the icons with which a device keeps the site. */
import type { MetadataRoute } from 'next'
import { wordsOf } from '../words/of.ts'

export default function manifest(): MetadataRoute.Manifest {
  const { tagline, about } = wordsOf('en')
  return {
    name: `Telar: ${tagline}`,
    short_name: 'Telar',
    description: about,
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#f8f7f3',
    theme_color: '#f8f7f3',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
