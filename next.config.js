/** Builds the site with Next: `next build site`. Headers are the server's work (site/server.ts), since they depend on the host. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

// Nothing is told to anyone about who builds this.
process.env.NEXT_TELEMETRY_DISABLED = '1'

/** @type {import('next').NextConfig} */
export default {
  turbopack: { root },
  env: { TELAR_VERSION: version },
  outputFileTracingRoot: root,
  // A file of its own, since Next rewrites what it is given. `npm run check` looks at every type of the repository once; the build need not do it again.
  typescript: { tsconfigPath: 'tsconfig.json', ignoreBuildErrors: true },
  experimental: { globalNotFound: true },
  serverExternalPackages: ['shiki', '@mdx-js/mdx', 'gray-matter'],
  poweredByHeader: false,
  // A folder of the routes cannot have an ending behind its parameter.
  rewrites: async () => [
    ...['', '/es'].flatMap((under) => {
      const lang = under === '' ? 'en' : 'es'
      return [
        {
          source: `${under}/:name(index|learn|examples|changelog)\\.md`,
          destination: `/page-markdown/${lang}/:name`,
        },
        {
          source: `${under}/examples/:slug([a-z0-9-]+)/source\\.md`,
          destination: `/page-markdown/${lang}/source-:slug`,
        },
      ]
    }),
    { source: '/learn/:slug([a-z0-9-]+)\\.md', destination: '/markdown/en/:slug' },
    { source: '/es/learn/:slug([a-z0-9-]+)\\.md', destination: '/markdown/es/:slug' },
    { source: '/guides/:slug([a-z0-9-]+)\\.md', destination: '/guide-markdown/en/:slug' },
    { source: '/es/guides/:slug([a-z0-9-]+)\\.md', destination: '/guide-markdown/es/:slug' },
    ...['en', 'es'].flatMap((lang) => {
      const before = lang === 'en' ? '' : `/${lang}`
      const page = (path, to) => ({
        source: `${before}/reference${path}\\.md`,
        destination: `/reference-text/${lang}/reference${to}`,
      })
      return [
        page('', ''),
        page('/:name([\\w-]+)', '/:name'),
        page('/protocol/:op(\\w+)', '/protocol/:op'),
      ]
    }),
  ],
  reactStrictMode: true,
  devIndicators: false,
}
