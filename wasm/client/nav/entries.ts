/** The browser's history: which entry belongs to which session, and how far each was scrolled. */

type Scrolled = [x: number, y: number]

export interface Entry {
  /** The session that the entry was made for. */
  readonly key: string
  /** Its place in the history. */
  readonly at: number
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
  /** Where the entry that the visitor has come to was left: until its page is there, the window is scrolled as before. */
  let left: Scrolled | undefined
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
    // The event of the last scrolling may still be on its way, and would count for another entry.
    noteScroll()
    const to = own()
    // A link to a place in this page has made a new entry.
    if (!to) return note({ key: now.key, at: now.at + 1 })
    left = places[(now = to).at]
    if (url === (url = here()) && now.key === before.key) entries.restore()
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
      history.pushState({ telar: (now = { key: of, at: now.at + 1 }) }, '', address)
      url = here()
      noteScroll()
    },
    restore() {
      left &&= void window.scrollTo(...left)
    },
  }
  return entries
}

const here = () => location.pathname + location.search
