'use client'
/** The reader's page, live: once or for two visitors, marked as old when it no longer follows the code. */
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { Phase } from '../container/types.ts'
import { visitorWord, type WireLog } from '../inspector/index.ts'
import bench from './bench.module.css'
import { ReloadIcon, SecondIcon, WindowIcon } from './icons.tsx'
import style from './preview-pane.module.css'
import { IconButton, Tip } from './tip.tsx'
import { usePreviewUrl } from './use-preview-url.ts'
import { useWire, type Wire } from './use-wire.ts'

interface PreviewPaneProps {
  phase: Phase
  thread: WireLog
  /** Whether a second visitor's page is shown next to the first. */
  second: boolean
  onSecond: (second: boolean) => void
  /** Shown in place of a preview while there is none. */
  before: ReactNode
  /** What a stopped or ended container shows, over the old preview. */
  over: ReactNode
}

export function PreviewPane(props: PreviewPaneProps) {
  const { phase, thread, second, onSecond, before, over } = props
  const { url, start } = usePreviewUrl(phase)
  const [loads, setLoads] = useState(0)
  const old = oldWord(phase)
  const run = phase.name === 'running' ? phase.run : undefined

  return (
    <div className={style.pane}>
      <div className={bench.bar}>
        <h2 className={style.title}>Preview</h2>
        <p className={style.old} role="status">
          {url && old}
        </p>
        <span className={bench.gap} />
        <IconButton name="Reload preview" disabled={!url} onClick={() => setLoads(loads + 1)}>
          <ReloadIcon />
        </IconButton>
        <IconButton
          name="Second visitor"
          disabled={!url}
          aria-pressed={second}
          onClick={() => onSecond(!second)}
        >
          <SecondIcon />
        </IconButton>
        <OwnWindow url={url} />
      </div>
      <div className={style.stage} data-old={old !== null}>
        {url ? (
          <>
            <Frame
              key={`1 ${start} ${loads}`}
              title="Preview"
              number={1}
              url={url}
              thread={thread}
              run={run}
              labelled={second}
              isOver={!!over}
            />
            {second && (
              <Frame
                key={`2 ${start} ${loads}`}
                title="Preview 2"
                number={2}
                url={url}
                thread={thread}
                run={run}
                labelled
                isOver={!!over}
              />
            )}
            {over && <div className={style.over}>{over}</div>}
          </>
        ) : (
          <div
            className={style.before}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where room is short, so the keyboard must reach it
            tabIndex={0}
          >
            {over || before}
          </div>
        )}
      </div>
    </div>
  )
}

interface FrameProps {
  title: string
  number: number
  url: string
  thread: WireLog
  /** The run that serves; undefined while none does. */
  run: number | undefined
  labelled: boolean
  /** The server is stopped or has ended, and that is shown: the lost connection has the same cause. */
  isOver: boolean
}

function Frame({ title, number, url, thread, run, labelled, isOver }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const heard = useWire(frame, thread, number)
  const wire = isOver ? 'waiting' : heard
  useWake(frame, run)
  return (
    <div className={style.visitor}>
      <p className={style.wire} data-wire={wire} data-labelled={labelled}>
        {labelled && (
          <span className={style.who} data-visitor={number}>
            {visitorWord(number)}
          </span>
        )}
        <span role="status">{WIRE_WORDS[wire]}</span>
      </p>
      <iframe
        ref={frame}
        src={url}
        title={title}
        className={style.frame}
        // No top navigation: the reader's page must not replace this one.
        sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads"
        allow="clipboard-write; fullscreen"
      />
    </div>
  )
}

function OwnWindow({ url }: { url: string | undefined }) {
  if (!url)
    return (
      <IconButton name="Open in own window" disabled>
        <WindowIcon />
      </IconButton>
    )
  return (
    <Tip name="Open in own window">
      <a
        href={url}
        target="_blank"
        rel="noopener"
        className={bench.icon}
        aria-label="Open in own window"
      >
        <WindowIcon />
      </a>
    </Tip>
  )
}

const WIRE_WORDS: Record<Wire, string> = {
  waiting: '',
  connected: '',
  connecting: 'Connecting …',
  disconnected: 'Connection lost. Trying again…',
  stale: 'That click came too late: the page had changed. Try again.',
}

/** Why the preview does not follow the code, or null when it does. */
function oldWord(phase: Phase): string | null {
  switch (phase.name) {
    case 'failed':
      return 'Old: your newest code does not start'
    case 'ended':
      return 'Old: the container ended'
    case 'stopped':
      return 'Old: stopped'
    case 'asleep':
      return 'Asleep'
    default:
      return null
  }
}

/** Tells the page in a preview that a process serves again, so that it does not wait for its next attempt. */
function useWake(frame: RefObject<HTMLIFrameElement | null>, run: number | undefined) {
  useEffect(() => {
    if (run === undefined) return
    frame.current?.contentWindow?.postMessage({ source: 'telar', type: 'wake' }, '*')
  }, [frame, run])
}
