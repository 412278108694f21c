'use client'
/** A live component next to its source, with the wire between them: each message is shown as it is sent. */
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createWireLog, type WireLogState } from '../../playground/inspector/index.ts'
import { currentTheme, onThemeChange } from '../lib/theme.ts'
import type { LiveWords } from '../words/home/words.ts'
import style from './live-example.module.css'

interface LiveExampleProps {
  /** Address of the live page, served by this server. */
  address: string
  words: LiveWords
  /** What there is to do and to see. */
  caption: string
  /** The source, already coloured. */
  children: ReactNode
}

const SHOWN = 6

export function LiveExample({ address, words, caption, children }: LiveExampleProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [thread] = useState(createWireLog)
  const [listening, setListening] = useState(false)
  const state = useSyncExternalStore(thread.subscribe, thread.getState, thread.getState)

  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (event.source === frame.current?.contentWindow) thread.accept(event.data, 1)
    }
    addEventListener('message', hear)
    // Only now, so that its messages are received from its hello on.
    setListening(true)
    return () => removeEventListener('message', hear)
  }, [thread])

  useEffect(() => wearTheme(frame.current), [])

  return (
    // In the order of a phone: a page that has come in part must not move when the rest comes.
    <div className={style.specimen}>
      <div className={style.live}>
        <iframe ref={frame} src={listening ? address : undefined} title={words.frame} />
        <noscript>
          <iframe src={address} title={words.frame} />
        </noscript>
        <p>{caption}</p>
      </div>
      <Strip state={state} words={words} />
      <div className={style.source}>{children}</div>
    </div>
  )
}

function Strip({ state, words }: { state: WireLogState; words: LiveWords }) {
  const ticks = state.ticks.filter((tick) => !tick.quiet).slice(-SHOWN)
  return (
    <section className={style.thread} aria-label={words.wire}>
      <p className={style.ends} aria-hidden="true">
        <span>{words.server}</span>
        <span>{words.page}</span>
      </p>
      {ticks.length === 0 && <p className={style.rest}>{words.nothing}</p>}
      <ol className={style.ticks}>
        {ticks.map(({ id, direction, label }) => (
          <li key={id} className={style[direction]}>
            <span>{label}</span>
          </li>
        ))}
      </ol>
      <p className={style.spoken} aria-live="polite" lang="en">
        {state.announcement}
      </p>
    </section>
  )
}

/** Keeps the theme of an embedded page of our own origin equal to this page's. Returns a function that stops it. */
function wearTheme(page: HTMLIFrameElement | null): () => void {
  const dress = () => {
    const inside = page?.contentDocument?.documentElement
    if (inside) inside.dataset.theme = currentTheme()
  }
  dress()
  page?.addEventListener('load', dress)
  const leave = onThemeChange(dress)
  return () => {
    page?.removeEventListener('load', dress)
    leave()
  }
}
