'use client'
/** The wire log: the messages between the editor and the preview. */
import { Toolbar } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { sizeWord, type Total, visitorWord, type WireLog } from '../inspector/index.ts'
import bench from './bench.module.css'
import { FrameDialog } from './frame-dialog.tsx'
import { politely } from './polite.ts'
import { useStore } from './use-store.ts'
import style from './wire-strip.module.css'
import totals from './wire-totals.module.css'

interface WireStripProps {
  thread: WireLog
  /** Vertical between panes side by side, horizontal between panes one above the other. */
  way: 'upright' | 'level' | 'counter'
}

export function WireStrip({ thread, way }: WireStripProps) {
  const { ticks, up, down, announcement, hasTwoVisitors } = useStore(thread)
  const [opened, setOpened] = useState<number>()
  const list = useRef<HTMLOListElement>(null)
  const newest = ticks.at(-1)?.id
  const earlier = up.count + down.count - ticks.length

  useEffect(() => {
    const element = list.current
    if (newest === undefined || !element) return
    element.scrollTop = element.scrollHeight
    element.scrollLeft = element.scrollWidth
  }, [newest])

  return (
    <section className={style.strip} data-way={way} aria-label="The wire">
      {way === 'counter' ? (
        <button
          type="button"
          className={totals.counter}
          disabled={newest === undefined}
          onClick={() => setOpened(newest)}
        >
          <span className={bench.unseen}>Messages on the wire: </span>
          <Totals up={up} down={down} />
        </button>
      ) : (
        <>
          <p className={style.ends}>
            <span>server</span>
            <span>page</span>
          </p>
          {ticks.length === 0 ? (
            <p className={style.empty}>
              The wire. What page and server say to each other crosses here.
            </p>
          ) : (
            <Toolbar.Root
              orientation={way === 'upright' ? 'vertical' : 'horizontal'}
              aria-label="Messages on the wire, newest last"
              className={style.bar}
              loop={false}
            >
              <ol ref={list} className={style.ticks}>
                {earlier > 0 && <li className={style.earlier}>{earlier} earlier</li>}
                {ticks.map((tick) => (
                  <li
                    key={tick.id}
                    className={style.tick}
                    data-direction={tick.direction}
                    data-visitor={hasTwoVisitors ? tick.preview : undefined}
                  >
                    <Toolbar.Button className={style.button} onClick={() => setOpened(tick.id)}>
                      <span className={style.word}>{tick.word}</span>
                      <span className={style.size}>
                        {hasTwoVisitors && (
                          <span className={style.who}>{visitorWord(tick.preview)} </span>
                        )}
                        <span>{tick.label.slice(tick.word.length + 3)}</span>
                      </span>
                      <span className={bench.unseen}>
                        {tick.direction === 'up'
                          ? ', from page to server'
                          : ', from server to page'}
                      </span>
                    </Toolbar.Button>
                  </li>
                ))}
              </ol>
            </Toolbar.Root>
          )}
          <p className={totals.totals} data-way={way}>
            <Totals up={up} down={down} />
          </p>
        </>
      )}
      <Polite text={announcement} />
      {opened !== undefined && (
        <FrameDialog
          ticks={ticks}
          hasTwoVisitors={hasTwoVisitors}
          id={opened}
          onMove={setOpened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  )
}

function Totals({ up, down }: { up: Total; down: Total }) {
  return (
    <>
      <span className={totals.total} data-direction="up">
        <span className={bench.unseen}>sent </span>
        {up.count} · {sizeWord(up.bytes)}
      </span>
      <span className={totals.total} data-direction="down">
        <span className={bench.unseen}>received </span>
        {down.count} · {sizeWord(down.bytes)}
      </span>
    </>
  )
}

function Polite({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const [polite] = useState(() => politely(setSaid))
  useEffect(() => polite.hear(text), [polite, text])
  useEffect(() => polite.stop, [polite])
  return (
    <p className={bench.unseen} role="status">
      {said}
    </p>
  )
}
