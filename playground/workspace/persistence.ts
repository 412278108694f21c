/** Saves the work of one page soon after each change, and agrees with other tabs. */
import type { Project } from '../container/types.ts'
import { overlay } from './overlay.ts'
import {
  type Clash,
  type FileRecord,
  type FileWrite,
  isNewer,
  type Version,
  type WorkStorage,
} from './records.ts'
import type { SavedElsewhere, TabsChannel } from './tabs-channel.ts'
import type { LastWords } from './unload-backup.ts'
import { settle, type Work } from './work.ts'

// A pause in typing saves; continuous typing is saved at least every second.
const PAUSE = 250
const LONGEST_WAIT = 700

export interface Keeping {
  readonly saved: boolean
  readonly warning: string | null
  readonly notice: string | null
  readonly versions: readonly Version[]
}

export interface Persistence {
  work(): Work
  onChange(listener: () => void): void
  keeping(): Keeping
  change(next: Work): void
  keepVersion(why: string): void
  dismissNotice(): void
  flush(): Promise<void>
  close(): void
}

interface KeeperOptions {
  readonly page: string
  readonly template: Project
  readonly laidOut: Work
  readonly storage: WorkStorage
  readonly channel: TabsChannel
  readonly lastWords: LastWords
  readonly tab: string
  readonly now: () => number
}

export async function createPersistence(options: KeeperOptions): Promise<Persistence> {
  const { page, template, storage, channel, lastWords, tab, now } = options
  let onChange = () => {}
  const stamps = new Map<string, { stamp: number; tab: string }>()
  const dirty = new Set<string>()
  const kept = await storage.load(page)
  let work = settle({
    ...options.laidOut,
    ...kept.page,
    files: overlay(template.files, kept.files, template),
  })
  let versions = kept.versions
  let fresh: Version[] = []
  let pageChanged = false
  let warning = storage.why ?? null
  let notice: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince = 0
  let saving: Promise<void> = Promise.resolve()
  let inFlight = 0

  for (const record of kept.files) stamps.set(record.name, record)
  const said = lastWords.hear(page).filter((record) => isNewer(record, stampOf(record.name)))
  const heardFrom = new Set([tab, ...said.map((record) => record.tab)])
  if (said.length > 0) change({ ...work, files: overlay(work.files, said, template) })
  const unlisten = channel.listen(hear)

  function stampOf(name: string): FileRecord {
    const known = stamps.get(name) ?? { stamp: 0, tab: '' }
    return { page, name, text: null, template: false, ...known }
  }

  function change(next: Work) {
    if (next === work) return
    const names = new Set([...Object.keys(work.files), ...Object.keys(next.files)])
    for (const name of names) if (work.files[name] !== next.files[name]) dirty.add(name)
    work = settle(next)
    pageChanged = true
    saveSoon()
    onChange()
  }

  function saveSoon() {
    if (timer === undefined) waitingSince = now()
    clearTimeout(timer)
    const wait = Math.max(0, Math.min(PAUSE, waitingSince + LONGEST_WAIT - now()))
    timer = setTimeout(flush, wait)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    saving = saving.then(save)
    return saving
  }

  async function save(): Promise<void> {
    if (!isPending()) return
    const writes = [...dirty].map(writeOf)
    const change = { writes, page: pageChanged ? pageRecord() : undefined, versions: fresh }
    const before = writes.map(({ record }) => [record.name, stamps.get(record.name)] as const)
    for (const { record } of writes) stamps.set(record.name, record)
    dirty.clear()
    fresh = []
    pageChanged = false
    inFlight += 1
    try {
      const clashes = await storage.save(page, change)
      warning = storage.why ?? null
      settleClashes(clashes)
      channel.tell({
        page,
        entry: work.entry,
        records: writes.map((write) => write.record),
        versions: [...change.versions, ...fresh],
      })
      if (!isPending()) lastWords.forget(page, heardFrom)
    } catch (cause) {
      for (const [name, stamp] of before) {
        dirty.add(name)
        if (stamp) stamps.set(name, stamp)
        else stamps.delete(name)
      }
      fresh = [...change.versions, ...fresh]
      pageChanged = true
      warning =
        `The last changes could not be kept in this browser (${sentenceOf(cause)}). They are safe ` +
        'while this page stays open. Share them as a link, or free some space and keep typing.'
    } finally {
      inFlight -= 1
      onChange()
    }
  }

  const isPending = () => dirty.size > 0 || pageChanged || fresh.length > 0

  function writeOf(name: string): FileWrite {
    const text = work.files[name] ?? null
    const seen = stampOf(name).stamp
    const stamp = Math.max(now(), seen + 1)
    const asTemplate = text !== null && text === template.files[name]
    return { record: { page, name, text, template: asTemplate, stamp, tab }, seen }
  }

  const pageRecord = () => ({
    page,
    tabs: work.tabs,
    open: work.open,
    entry: work.entry,
    carets: work.carets,
  })

  // The newer text is kept in the file, the other one as a version, and the reader is told.
  function settleClashes(clashes: readonly Clash[]) {
    for (const { stood, wrote, winner } of clashes) {
      const loser = winner === 'stood' ? wrote : stood
      if (loser.text !== null)
        keepVersion(`another tab changed ${wrote.name}`, { [wrote.name]: loser.text })
      notice =
        `Another tab of this page changed ${wrote.name} at the same time. ` +
        'The newer text is kept; the other one is under History.'
      if (winner === 'stood' && !dirty.has(stood.name)) adopt([stood], work.entry)
    }
  }

  function hear(saved: SavedElsewhere) {
    if (saved.page !== page) return
    const newer = saved.records.filter((record) => isNewer(record, stampOf(record.name)))
    const clean = newer.filter((record) => !dirty.has(record.name))
    if (clean.length > 0) adopt(clean, saved.entry)
    // A file that is being edited here is written last by this tab: its save finds the conflict.
    versions = [...saved.versions, ...versions]
    onChange()
  }

  function adopt(records: readonly FileRecord[], entry: string) {
    for (const record of records) stamps.set(record.name, record)
    work = settle({ ...work, entry, files: overlay(work.files, records, template) })
  }

  function keepVersion(why: string, files: Readonly<Record<string, string>> = {}) {
    const at = now()
    const id = `${at.toString(36)}-${tab}-${versions.length}`
    const version = {
      id,
      page,
      at,
      why,
      files: { ...work.files, ...files },
      entry: work.entry,
    }
    fresh = [...fresh, version]
    versions = [version, ...versions]
    saveSoon()
  }

  function leave() {
    if (dirty.size > 0)
      lastWords.say(
        page,
        tab,
        [...dirty].map((name) => writeOf(name).record),
      )
    void flush()
  }
  const onVisibility = () => document.visibilityState === 'hidden' && leave()
  if (typeof document !== 'undefined') {
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', onVisibility)
  }

  return {
    work: () => work,
    onChange(listener) {
      onChange = listener
    },
    keeping: () => ({ saved: !isPending() && inFlight === 0, warning, notice, versions }),
    change,
    keepVersion,
    dismissNotice() {
      notice = null
      onChange()
    },
    flush,
    close() {
      unlisten()
      clearTimeout(timer)
      if (typeof document === 'undefined') return
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', onVisibility)
    },
  }
}

const sentenceOf = (cause: unknown) =>
  cause instanceof DOMException && cause.name === 'QuotaExceededError'
    ? 'its space for this site is full'
    : cause instanceof Error
      ? cause.message
      : String(cause)
