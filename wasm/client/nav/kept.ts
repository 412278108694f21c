/** Pages that were left, as they were: the way back shows them at once, and their sessions go on. */

import type { SessionHandle } from '../handle.ts'
import type { remember } from '../remember.ts'
import type { Component } from '../table.ts'
import { type Dress, dress, dressOf } from './dress.ts'

/** A page, and how far it has come with its session. */
interface Shown {
  standing: Pick<SessionHandle, 'config' | 'newest'>
  /** Its last event. */
  seq: number
  /** What stands in the root. */
  nodes: ChildNode[]
  /** Absent if it has its markers still. */
  components?: Component[]
}

/** Older ones are fetched again. */
const MAX_KEPT = 5

export function createKept(root: Element, session: SessionHandle) {
  /** Focus, carets and what was scrolled inside of the page. */
  let note: typeof remember | undefined
  session.need('fields', (part) => {
    note = part.rememberState
  })
  const pages = new Map<string, { url: string; show(leaving: string, at: string): void }>()

  /** Puts a page in place of the one that is called `leaving`, which was at `url`, and joins its session over the same connection. */
  function show(leaving: string, url: string, next: Shown, wears: Dress) {
    const { config, newest, queue, page } = session
    const nodes = [...root.childNodes]
    const old: Shown = { standing: { config, newest }, seq: queue.seq, nodes }
    const worn = dressOf(document)
    const restore = note?.(nodes)
    root.replaceChildren(...next.nodes)
    Object.assign(session, next.standing, { told: next.standing.newest, broken: false })
    queue.swap(next.seq)
    old.components = page.swap(next.components ?? session.readPage())
    session.others.takeRecords()
    session.inputs.ready(() => () => {})
    session.arrived.length = 0
    dress(wears)
    session.phase = session.greet() ? 'left' : 'apart'
    pages.set(leaving, {
      url,
      show(from, at) {
        pages.delete(leaving)
        show(from, at, old, worn)
        restore?.()
      },
    })
    if (pages.size > MAX_KEPT) pages.delete(pages.keys().next().value!)
  }
  return { show, get: (key: string) => pages.get(key) }
}
