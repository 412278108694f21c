/** The browser's history: which entry belongs to which session, and how far each was scrolled. */

export interface Entry {
  /** The session that the entry was made for. */
  readonly key: string
  /** Its place in the history. */
  readonly at: number
  readonly x?: number
  readonly y?: number
}

export interface Entries {
  readonly now: Entry
  /** Path and query of the address bar, as of the last change. */
  readonly url: string
  /** A new entry, or another address for the current one. */
  set(url: string, key: string, replace?: boolean): void
  /** Scrolls to where the current entry was left. */
  restore(): void
}

/** `moved` is called when the visitor has gone to another entry; `before` is the one that they come from. */
export function createEntries(key: string, moved: (before: Entry) => void): Entries {
  const places = new Map<number, readonly [number, number]>()
  const own = (): Entry | undefined => history.state?.telar
  let now: Entry = { key, at: own()?.at ?? 0 }
  let url = here()

  /** A page's own scripts may keep something there too. */
  function note(entry: Entry, address = location.href) {
    history.replaceState({ ...history.state, telar: (now = entry) }, '', address)
    url = here()
  }

  // The browser would restore a place before the page that it belongs to is there.
  const takeOver = (mode: ScrollRestoration) => {
    history.scrollRestoration = mode
  }
  takeOver('manual')
  addEventListener('pagehide', () => takeOver('auto'))
  note(now)
  addEventListener('scroll', () => void places.set(now.at, [window.scrollX, window.scrollY]), {
    passive: true,
  })
  addEventListener('popstate', () => {
    const before = now
    const to = own()
    // A link to a place in this page has made a new entry.
    if (!to) return note({ key: now.key, at: now.at + 1 })
    now = to
    const isSame = url === here()
    url = here()
    if (isSame && now.key === before.key) entries.restore()
    else moved(before)
  })

  const entries: Entries = {
    get now() {
      return now
    },
    get url() {
      return url
    },
    set(address, of, replace) {
      if (replace) return note({ ...now, key: of }, address)
      note({ ...now, x: window.scrollX, y: window.scrollY })
      history.pushState({ telar: (now = { key: of, at: now.at + 1 }) }, '', address)
      url = here()
    },
    restore() {
      const { at, x = 0, y = 0 } = now
      window.scrollTo(...(places.get(at) ?? [x, y]))
    },
  }
  return entries
}

const here = () => location.pathname + location.search
