/** The service worker: pages that were read can be read without a network. A page comes from the network whenever there is one. */
import {
  CacheFirst,
  ExpirationPlugin,
  NetworkFirst,
  type RouteMatchCallbackOptions,
  type RuntimeCaching,
  Serwist,
} from 'serwist'
import { isKept, isLasting, OFFLINE } from './kept-paths.ts'

declare const BUILD: string

const FILES = 'telar-files'

const own = ({ sameOrigin, url, request }: RouteMatchCallbackOptions) =>
  sameOrigin && request.method === 'GET' ? url.pathname : ''

const KEPT: RuntimeCaching[] = [
  {
    // Their names change with their content.
    matcher: (about) => isLasting(own(about)),
    handler: new CacheFirst({
      cacheName: FILES,
      plugins: [new ExpirationPlugin({ maxEntries: 400, purgeOnQuotaError: true })],
    }),
  },
  {
    matcher: (about) => isKept(own(about)),
    handler: new NetworkFirst({
      cacheName: 'telar-pages',
      plugins: [new ExpirationPlugin({ maxEntries: 200, purgeOnQuotaError: true })],
    }),
  },
]

// What no rule matches (live examples, sockets, the container host) never meets this worker.
new Serwist({
  precacheEntries: Object.values(OFFLINE).map((url) => ({ url, revision: BUILD })),
  runtimeCaching: KEPT,
  skipWaiting: true,
  clientsClaim: true,
  fallbacks: {
    entries: Object.entries(OFFLINE).map(([lang, url]) => ({
      url,
      matcher: ({ request }) =>
        request.destination === 'document' &&
        (lang === 'es') === /^\/es(\/|$)/.test(new URL(request.url).pathname),
    })),
  },
}).addEventListeners()

// Without its scripts and styles the page that stands in for others could not say what is kept.
addEventListener('install', (event) => {
  ;(event as Event & { waitUntil(work: Promise<unknown>): void }).waitUntil(
    Promise.all(Object.values(OFFLINE).map(keepFilesOf)),
  )
})

async function keepFilesOf(page: string): Promise<void> {
  const html = await (await fetch(page)).text()
  // Also those that a script asks for.
  const paths = [...html.matchAll(/"(\/[^"\\]+)"/g)].map(([, path]) => path as string)
  const cache = await caches.open(FILES)
  await cache.addAll([...new Set(paths)].filter(isLasting))
}
