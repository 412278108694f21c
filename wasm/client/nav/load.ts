/** Fetches a page as a browser would, and says whether it can take this one's place in the document. */
import type { PageConfig } from '../../../engine/protocol/signals.ts'
import { type Dress, dressOf, fetchSheets } from './dress.ts'

export interface Loaded {
  readonly config: PageConfig
  readonly root: Element
  readonly dress: Dress
  /** Where redirects have led. */
  readonly url: string
}

/** Undefined if the browser must load it as a document of its own. */
export async function loadPage(address: string, now: PageConfig): Promise<Loaded | undefined> {
  if (new URL(address, location.href).origin !== location.origin) return
  const response = await fetch(address)
  // A parser obeys the policy of this page, which complains of style elements, and not of data.
  const [head = '', ...rest] = (await response.text()).split('</head>')
  const inert = head.replace(/<(\/?)style/g, `<$1script type=${DATA}`)
  const page = new DOMParser().parseFromString([inert, ...rest].join('</head>'), 'text/html')
  const text = page.getElementById('telar')?.textContent
  const root = page.getElementById('telar-root')
  if (!text || !root) return
  const config = JSON.parse(text) as PageConfig
  if (nameOf(config, page) !== nameOf(now, document)) return
  const dress = dressOf(page)
  await fetchSheets(dress)
  return { config, root, dress, url: response.url }
}

// What pages of one document must have in common. The version of the client is in the address of its script.
const nameOf = (config: PageConfig, { documentElement, scripts }: Document) =>
  [
    JSON.stringify({ ...config, token: 0, epoch: 0 }),
    documentElement.lang,
    ...[...scripts]
      .filter(({ type }) => type !== DATA)
      .map((one) => one.id || one.getAttribute('src') || one.text),
  ].join()

const DATA = 'text/css'
