/** Changes of address: links with `lv-link`, the server's patches and navigations, the browser's Back and Forward. */
import { ADDRESS_SLOT, SIGNAL_PATCH } from '../../../engine/protocol/opcodes.ts'
import type { Json } from '../../../engine/protocol/ops.ts'
import type { Navigate } from '../../../engine/protocol/signals.ts'
import type { SessionHandle } from '../handle.ts'
import type { Row } from '../table.ts'
import { askBeforeUnload, mayLeave } from '../unsaved.ts'
import { arriveAt, createAnnouncer } from './arrive.ts'
import { pause } from './dress.ts'
import { createEntries, type Entry } from './entries.ts'
import { createKept } from './kept.ts'
import { loadPage } from './load.ts'

/** Milliseconds that the events of a page may take to be answered before it is left. */
const PATIENCE = 3000
/** So many navigations of the server in so many milliseconds, without a click, are a loop. */
const MAX_LED = 10
const LED_WITHIN = 30_000

let nav: ReturnType<typeof start> | undefined

export function found(_name: string, _events: unknown, session: SessionHandle) {
  nav ??= start(session)
}

export function hear(kind: number, value: Json, session: SessionHandle) {
  nav ??= start(session)
  nav[kind === SIGNAL_PATCH ? 'patch' : 'lead'](value as unknown as Navigate)
}

function start(session: SessionHandle) {
  const root = document.getElementById('telar-root')!
  const { queue, tools } = session
  const { mark, say } = createAnnouncer()
  // The handler of the address: of slot ADDRESS_SLOT in component 0.
  mark.setAttribute('lv-address', `${ADDRESS_SLOT}`)
  mark.telarRow = { component: { id: 0 }, base: 0, numberedFrom: 0 } as Row
  const key = () => session.config.token.slice(-12)
  const entries = createEntries(key(), move)
  const kept = createKept(root, session)
  /** Where the page that stands here was last: the address bar may be ahead of it. */
  let stood = entries.url
  /** Counts what has been asked for: only the newest arrives. */
  let asked = 0
  const led: number[] = []
  askBeforeUnload()

  addEventListener('click', (event) => {
    led.length = 0
    const link = (event.target as Element).closest?.<HTMLAnchorElement>(
      'a[lv-link]:not([lv-link=false])',
    )
    if (
      !link?.matches(tools.KEPT) ||
      event.defaultPrevented ||
      event.button ||
      tools.modifiersOf(event)[0]
    )
      return
    const { origin, pathname, search, hash, href } = link
    // A place in this page is the browser's to show.
    if (origin !== location.origin || (hash && pathname + search === entries.url)) return
    event.preventDefault()
    if (pathname === location.pathname) ask(href, 'link')
    else if (mayLeave()) go(href)
  })

  /** The server decides whether the page can show that address. */
  function ask(href: string, detail: 'link' | 'history') {
    begin()
    const value = href.slice(location.origin.length)
    const field = detail === 'link' ? root : mark
    session.gate.admit({ element: mark, field, event: 'address', data: { value, detail }, edit: 0 })
  }

  /** The server has changed the address of this page, or says what it is. */
  function patch({ url, replace }: Navigate) {
    // The visitor has gone on meanwhile, and that will be answered too.
    if (queue.waits(mark)) return
    entries.set(url, key(), replace)
    if (replace) entries.restore()
    stood = entries.url
  }

  /** The server leads to another page. */
  function lead({ url, replace, as }: Navigate) {
    led.unshift(performance.now())
    if (led[0]! - led[MAX_LED]! < LED_WITHIN) {
      const message = `Expected navigations to end, received ${MAX_LED} in a row, to ${url} last.`
      return session.error({ code: 'redirect-loop', owner: 'app', message })
    }
    // It may be the answer to Back or Forward.
    if (mayLeave()) go(url, replace && url === entries.url ? 'back' : replace, as)
    else if (replace) entries.set(stood, key(), replace)
  }

  /** The visitor has gone back or forward. */
  function move(before: Entry) {
    const to = entries.now
    const page = kept.get(to.key)
    const isHere = to.key === key() || (!page && location.pathname === stood.split('?')[0])
    if (isHere) return ask(location.href, 'history')
    if (!mayLeave()) return history.go(before.at - to.at)
    if (!page) return go(location.href, 'back')
    const own = begin()
    quiet().then(
      () =>
        change(own, () => {
          page.show(key(), stood)
          // It was left at another of its addresses.
          if (page.url !== entries.url) ask(location.href, 'history')
          entries.restore()
        }),
      () => own < asked || location.reload(),
    )
  }

  /** What was under way is given up. */
  function begin(): number {
    root.ariaBusy = null
    return ++asked
  }

  function go(url: string, replace?: boolean | 'back', as?: string) {
    const isBack = replace === 'back'
    const own = begin()
    root.ariaBusy = 'true'
    loadPage(url, session.config)
      .then(async (page) => {
        await quiet()
        const { config, root: next, dress, url: end } = page!
        const { hash } = new URL(url, location.href)
        change(own, () => {
          root.setAttribute('lv-t', next.getAttribute('lv-t')!)
          const nodes = [...next.childNodes]
          kept.show(key(), stood, { standing: { config, newest: 0 }, seq: 0, nodes }, dress)
          entries.set(as ?? end + hash, key(), !!replace)
          arriveAt(root, isBack ? '' : hash)
          if (isBack) entries.restore()
        })
      })
      // The browser loads it, and says what is wrong.
      .catch(() => {
        if (own < asked) return
        if (isBack) location.reload()
        else location[replace ? 'replace' : 'assign'](url)
      })
  }

  /** Resolves once all events of this page are answered, so that it can be left. */
  async function quiet() {
    for (let waited = 0; session.phase !== 'joined' || queue.answered < queue.seq; waited += 20) {
      if (waited > PATIENCE) throw waited
      await pause(20)
    }
  }

  function change(own: number, show: () => void) {
    const swap = () => {
      if (own < asked) return
      show()
      root.ariaBusy = null
      stood = entries.url
      say(document.title)
    }
    if (!document.startViewTransition || matchMedia('(prefers-reduced-motion)').matches) swap()
    else document.startViewTransition(swap)
  }

  return { patch, lead }
}
