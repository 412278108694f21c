'use client'
/** The wire log: the messages between the editor and the preview. */
import { Toolbar } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { sizeWord, type Total, type WireLog, type WireLogState } from '../inspector/index.ts'
import bench from './bench.module.css'
import { FrameDialog } from './frame-dialog.tsx'
import { politely } from './polite.ts'
import { useStore } from './use-store.ts'
import { useWords } from './use-words.ts'
import style from './wire-strip.module.css'
import totals from './wire-totals.module.css'
import type { Words } from './words/words.ts'

interface WireStripProps {
  thread: WireLog
  /** Vertical between panes side by side, horizontal between panes one above the other. */
  way: 'upright' | 'level' | 'counter'
}

export function WireStrip({ thread, way }: WireStripProps) {
  const words = useWords()
  const said = words.wire
  const state = useStore(thread)
  const { ticks, up, down, hasTwoVisitors } = state
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
    <section className={style.strip} data-way={way} aria-label={said.name}>
      {way === 'counter' ? (
        <button
          type="button"
          className={totals.counter}
          disabled={newest === undefined}
          onClick={() => setOpened(newest)}
        >
          <span className={bench.unseen}>{`${said.messages} `}</span>
          <Totals up={up} down={down} />
        </button>
      ) : (
        <>
          <p className={style.ends}>
            <span>{said.server}</span>
            <span>{said.page}</span>
          </p>
          {ticks.length === 0 ? (
            <p className={style.empty}>{said.empty}</p>
          ) : (
            <Toolbar.Root
              orientation={way === 'upright' ? 'vertical' : 'horizontal'}
              aria-label={said.list}
              className={style.bar}
              loop={false}
            >
              <ol ref={list} className={style.ticks}>
                {earlier > 0 && <li className={style.earlier}>{said.earlier(earlier)}</li>}
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
                          <span className={style.who}>{words.preview.visitor(tick.preview)} </span>
                        )}
                        <span>{tick.label.slice(tick.word.length + 3)}</span>
                      </span>
                      <span className={bench.unseen}>{said[tick.direction]}</span>
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
      <Polite text={announced(state, words)} />
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

/** The newest message, for a screen reader. */
function announced({ ticks, hasTwoVisitors }: WireLogState, { wire, preview }: Words): string {
  const tick = ticks.at(-1)
  if (!tick) return ''
  const say = tick.direction === 'up' ? wire.saySent : wire.sayReceived
  const said = say(tick.word, sizeWord(tick.size))
  return hasTwoVisitors ? `${preview.visitor(tick.preview)}. ${said}` : said
}

function Totals({ up, down }: { up: Total; down: Total }) {
  const words = useWords().wire
  return (
    <>
      <span className={totals.total} data-direction="up">
        <span className={bench.unseen}>{`${words.sent} `}</span>
        {up.count} · {sizeWord(up.bytes)}
      </span>
      <span className={totals.total} data-direction="down">
        <span className={bench.unseen}>{`${words.received} `}</span>
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
