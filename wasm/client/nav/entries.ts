/** The browser's history: which entry belongs to which session, and how far each was scrolled. */

type Scrolled = [x: number, y: number]

export interface Entry {
  /** The session that the entry was made for. */
  readonly key: string
  /** Its place in the history. */
  readonly at: number
  /** How far it was scrolled when the next one was made. */
  readonly place?: Scrolled
}

export interface Entries {
  readonly now: Entry
  /** Path and query of the address bar, as of the last change. */
  readonly url: string
  /** A new entry, or another address for the current one. */
  set(url: string, key: string, replace?: boolean): void
  /** Scrolls to where the current entry was left, if that is known. */
  restore(): void
}

/** `moved` is called when the visitor has gone to another entry; `before` is the one that they come from. */
export function createEntries(key: string, moved: (before: Entry) => void): Entries {
  const places: Scrolled[] = []
  const own = (): Entry | undefined => history.state?.telar
  let now: Entry = { key, at: own()?.at ?? 0 }
  let url = here()

  /** A page's own scripts may keep something there too. */
  function note(entry: Entry, address = location.href) {
    history.replaceState({ ...history.state, telar: (now = entry) }, '', address)
    url = here()
  }

  // The browser would restore a place before the page that it belongs to is there.
  history.scrollRestoration = 'manual'
  addEventListener('pagehide', () => {
    history.scrollRestoration = 'auto'
  })
  note(now)
  const noteScroll = () => {
    places[now.at] = [window.scrollX, window.scrollY]
  }
  noteScroll()
  addEventListener('scroll', noteScroll, { passive: true })
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
      note({ ...now, place: places[now.at]! })
      history.pushState({ telar: (now = { key: of, at: now.at + 1 }) }, '', address)
      url = here()
      noteScroll()
    },
    restore() {
      const place = places[now.at] ?? now.place
      if (place) window.scrollTo(...place)
    },
  }
  return entries
}

const here = () => location.pathname + location.search
