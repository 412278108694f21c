'use client'
/** The search of the site: a combobox over the index of the page's language. */
import { Dialog } from 'radix-ui'
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import type { Hit, SiteSearch } from '../lib/search-index.ts'
import { setSlash, usesSlash } from '../lib/search-keys.ts'
import { useReturn } from '../lib/use-return.ts'
import type { SearchWords } from '../words/search/words.ts'
import type { Lang } from '../words/words.ts'
import style from './search.module.css'

type Index =
  | { kind: 'loading' }
  | { kind: 'failed' }
  /** `ms`: how long it was waited for. */
  | { kind: 'ready'; search: SiteSearch; ms?: number }

export interface SearchDialogProps {
  lang: Lang
  words: SearchWords
  onClose: () => void
}

export function SearchDialog({ lang, words, onClose }: SearchDialogProps) {
  const comeBack = useReturn()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const { index, retry } = useIndex(lang)
  const [slash, setSlashShown] = useState(usesSlash)
  const id = useId()
  const hits = useMemo(
    () => (index.kind === 'ready' ? index.search.find(query) : NONE),
    [index, query],
  )
  const at = Math.min(chosen, hits.length - 1)

  const press = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
    if (to !== undefined && hits.length > 0) {
      event.preventDefault()
      const next = (to + hits.length) % hits.length
      setChosen(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    // While letters are being composed, Enter ends that.
    if (event.key === 'Enter' && hits[at] && !event.nativeEvent.isComposing) {
      event.preventDefault()
      document.getElementById(`${id}-${at}`)?.click()
    }
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={style.veil} />
        <Dialog.Content
          className={style.dialog}
          aria-describedby={`${id}-hint`}
          onCloseAutoFocus={comeBack}
        >
          <Dialog.Title className="sr-only">{words.label}</Dialog.Title>
          <div className={style.row}>
            <input
              type="search"
              role="combobox"
              aria-label={words.label}
              aria-expanded={hits.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
              className={style.field}
              value={query}
              placeholder={words.label}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => {
                setQuery(event.target.value)
                setChosen(0)
              }}
              onKeyDown={press}
            />
            <Dialog.Close className={style.close} aria-label={words.close}>
              ×
            </Dialog.Close>
          </div>
          {hits.length === 0 && (
            <p id={`${id}-hint`} className={style.hint}>
              {words.hint}
            </p>
          )}
          <p role="status" className={hits.length > 0 ? 'sr-only' : style.hint}>
            {index.kind === 'loading' && words.loading}
            {index.kind === 'ready' && query.trim() && sumOf(hits.length, words)}
            {index.kind === 'ready' &&
              !query.trim() &&
              index.ms !== undefined &&
              words.loaded(index.ms)}
          </p>
          {index.kind === 'failed' && (
            <p role="alert" className={style.hint}>
              {words.failed}{' '}
              <button type="button" className={style.again} onClick={retry}>
                {words.again}
              </button>
            </p>
          )}
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label={words.results}
            className={style.list}
            hidden={hits.length === 0}
          >
            {hits.map((hit, place) => (
              <Option
                key={hit.address}
                id={`${id}-${place}`}
                hit={hit}
                kind={words.kinds[hit.kind]}
                chosen={place === at}
                onPoint={() => setChosen(place)}
                onClose={onClose}
              />
            ))}
          </div>
          <label className={style.slash}>
            <input
              type="checkbox"
              checked={slash}
              onChange={({ target }) => {
                setSlash(target.checked)
                setSlashShown(target.checked)
              }}
            />
            {words.slash}
          </label>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const NONE: Hit[] = []

const sumOf = (count: number, words: { none: string; found(count: number): string }) =>
  count === 0 ? words.none : words.found(count)

interface OptionProps {
  id: string
  hit: Hit
  /** What it belongs to, in words. */
  kind: string
  chosen: boolean
  onPoint: () => void
  onClose: () => void
}

function Option({ id, hit, kind, chosen, onPoint, onClose }: OptionProps) {
  return (
    // A link, so that it opens in another tab as links do; the field keeps the focus.
    <a
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      href={hit.address}
      className={style.option}
      onPointerMove={onPoint}
      onClick={onClose}
    >
      <span className={style.where}>
        {hit.title}
        {hit.heading && <span> · {hit.heading}</span>}
        <span className={style.kind}>{kind}</span>
      </span>
      <span className={style.excerpt}>{hit.excerpt}</span>
    </a>
  )
}

// Kept as long as the page: the second search opens at once.
const loaded = new Map<Lang, Promise<SiteSearch>>()

function useIndex(lang: Lang): { index: Index; retry: () => void } {
  const [index, setIndex] = useState<Index>({ kind: 'loading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let gone = false
    const known = loaded.get(lang)
    const begun = performance.now()
    const loading = known ?? load(lang)
    loaded.set(lang, loading)
    loading.then(
      (search) => {
        const ms = known ? {} : { ms: performance.now() - begun }
        if (!gone) setIndex({ kind: 'ready', search, ...ms })
      },
      () => {
        loaded.delete(lang)
        if (!gone) setIndex({ kind: 'failed' })
      },
    )
    return () => {
      gone = true
    }
  }, [lang, attempt])
  const retry = () => {
    setIndex({ kind: 'loading' })
    setAttempt(attempt + 1)
  }
  return { index, retry }
}

async function load(lang: Lang): Promise<SiteSearch> {
  const [{ readIndex }, answer] = await Promise.all([
    import('../lib/search-index.ts'),
    fetch(`/search-${lang}.json`),
  ])
  if (!answer.ok) throw new Error(`Expected the index, received status ${answer.status}.`)
  return readIndex(await answer.text())
}
