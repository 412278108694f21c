/** Builds the site with Next: `next build site`. Headers are the server's work (site/server.ts), since they depend on the host. */
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))

// Nothing is told to anyone about who builds this.
process.env.NEXT_TELEMETRY_DISABLED = '1'

/** @type {import('next').NextConfig} */
export default {
  turbopack: { root },
  outputFileTracingRoot: root,
  // A file of its own, since Next rewrites what it is given. `npm run check` looks at every type of the repository once; the build need not do it again.
  typescript: { tsconfigPath: 'tsconfig.json', ignoreBuildErrors: true },
  experimental: { globalNotFound: true },
  serverExternalPackages: ['shiki', '@mdx-js/mdx', 'gray-matter'],
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
}
