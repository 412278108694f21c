'use client'
/** A live component beside its source, with the thread between: what crosses is shown as it crosses. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Crossing, createReader } from '../lib/crossing.ts'
import { currentTheme, onThemeChange } from '../lib/theme.ts'
import style from './specimen.module.css'

interface SpecimenProps {
  /** Address of the live page, served by this server. */
  address: string
  title: string
  /** The source, already coloured. */
  children: ReactNode
}

type Numbered = Crossing & { id: number }

const KEPT = 6

export function Specimen({ address, title, children }: SpecimenProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [crossings, setCrossings] = useState<Numbered[]>([])

  useEffect(() => {
    const read = createReader()
    let id = 0
    const hear = (event: MessageEvent) => {
      if (event.source !== frame.current?.contentWindow) return
      const crossing = read(event.data)
      if (!crossing) return
      id += 1
      setCrossings((before) => [...before, { ...crossing, id }].slice(-KEPT))
    }
    addEventListener('message', hear)
    // The live page may have said hello before this script ran, so it is asked for again.
    if (frame.current) frame.current.src = address
    return () => removeEventListener('message', hear)
  }, [address])

  useEffect(() => {
    const page = frame.current
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
  }, [])

  return (
    <div className={style.specimen}>
      <div className={style.source}>{children}</div>
      <Thread crossings={crossings} />
      <div className={style.live}>
        <iframe ref={frame} src={address} title={title} />
      </div>
    </div>
  )
}

function Thread({ crossings }: { crossings: Numbered[] }) {
  const last = crossings.at(-1)
  return (
    <section className={style.thread} aria-label="The thread: what crosses the wire">
      <p className={style.ends} aria-hidden="true">
        <span>server</span>
        <span>page</span>
      </p>
      {crossings.length === 0 && <p className={style.rest}>Nothing has crossed yet.</p>}
      <ol className={style.ticks}>
        {crossings.map((crossing) => (
          <li key={crossing.id} className={style[crossing.direction]}>
            <span>{crossing.label}</span>
            <span className={style.size}>{sizeOf(crossing)}</span>
          </li>
        ))}
      </ol>
      <p className={style.spoken} aria-live="polite">
        {last
          ? `${last.direction === 'up' ? 'Sent' : 'Received'} ${last.label}, ${last.size} bytes`
          : ''}
      </p>
    </section>
  )
}

const sizeOf = ({ direction, size, ms }: Crossing) =>
  direction === 'up' ? `${size} B` : `${size} B · ${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`
