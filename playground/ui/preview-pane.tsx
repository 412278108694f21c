'use client'
/** The reader's page, live: once or for two visitors, marked as old when it no longer follows the code. */
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { Phase } from '../container/types.ts'
import type { WireLog } from '../inspector/index.ts'
import type { PreviewLink } from '../preview/link.ts'
import bench from './bench.module.css'
import { Caption } from './caption.tsx'
import { ReloadIcon, SecondIcon, WindowIcon } from './icons.tsx'
import style from './preview-pane.module.css'
import type { Times } from './step-times.ts'
import { IconButton, Tip } from './tip.tsx'
import { usePreviewUrl } from './use-preview-url.ts'
import { useWire, type Wire } from './use-wire.ts'
import { useWords } from './use-words.ts'
import type { Links } from './use-workbench.ts'
import type { Words } from './words/words.ts'

interface PreviewPaneProps {
  phase: Phase
  /** How long it took until the code ran. */
  done: Times['done']
  thread: WireLog
  links: Links
  /** Whether a second visitor's page is shown next to the first. */
  second: boolean
  onSecond: (second: boolean) => void
  /** Shown in place of a preview while there is none. */
  before: ReactNode
  /** What a stopped or ended container shows, over the old preview. */
  over: ReactNode
}

export function PreviewPane(props: PreviewPaneProps) {
  const { phase, done, thread, links, second, onSecond, before, over } = props
  const words = useWords().preview
  const { url, start } = usePreviewUrl(phase)
  const [loads, setLoads] = useState(0)
  const old = oldWord(phase, words)
  const run = phase.name === 'running' ? phase.run : undefined

  return (
    <div className={style.pane}>
      <div className={bench.bar}>
        <h2 className={style.title}>{words.name}</h2>
        <p className={style.old} role="status">
          {url && old}
          {/* New code comes with every pause in typing: that is seen, and not announced. */}
          {url && !old && done?.way === 'start' && (
            <span className={style.took}>{words.took.start(done.ms)}</span>
          )}
        </p>
        {url && !old && done?.way === 'swap' && (
          <p className={style.took}>{words.took.swap(done.ms)}</p>
        )}
        <span className={bench.gap} />
        <IconButton name={words.reload} disabled={!url} onClick={() => setLoads(loads + 1)}>
          <ReloadIcon />
        </IconButton>
        <IconButton
          name={words.second}
          disabled={!url}
          aria-pressed={second}
          onClick={() => onSecond(!second)}
        >
          <SecondIcon />
        </IconButton>
        <OwnWindow url={url} />
      </div>
      <Caption />
      <div className={style.stage} data-old={old !== null}>
        {url ? (
          <>
            <Frame
              key={`1 ${start} ${loads}`}
              title={words.frame(1)}
              number={1}
              url={url}
              thread={thread}
              link={links[0]}
              run={run}
              labelled={second}
              isOver={!!over}
            />
            {second && (
              <Frame
                key={`2 ${start} ${loads}`}
                title={words.frame(2)}
                number={2}
                url={url}
                thread={thread}
                link={links[1]}
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
  link: PreviewLink
  /** The run that serves; undefined while none does. */
  run: number | undefined
  labelled: boolean
  /** The server is stopped or has ended, and that is shown: the lost connection has the same cause. */
  isOver: boolean
}

function Frame({ title, number, url, thread, link, run, labelled, isOver }: FrameProps) {
  const words = useWords().preview
  const frame = useRef<HTMLIFrameElement>(null)
  const heard = useWire(frame, thread, link, number)
  const wire = isOver ? 'waiting' : heard
  useServing(frame, run, heard !== 'waiting')
  return (
    <div className={style.visitor}>
      <p className={style.wire} data-wire={wire} data-labelled={labelled}>
        {labelled && (
          <span className={style.who} data-visitor={number}>
            {words.visitor(number)}
          </span>
        )}
        <span role="status">{wireWord(wire, words)}</span>
      </p>
      <iframe
        ref={frame}
        src={url}
        title={title}
        className={style.frame}
        data-visitor={number}
        // No top navigation: the reader's page must not replace this one.
        sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads"
        allow="clipboard-write; fullscreen"
      />
    </div>
  )
}

function OwnWindow({ url }: { url: string | undefined }) {
  const words = useWords().preview
  if (!url)
    return (
      <IconButton name={words.ownWindow} disabled>
        <WindowIcon />
      </IconButton>
    )
  return (
    <Tip name={words.ownWindow}>
      <a
        href={url}
        target="_blank"
        rel="noopener"
        className={bench.icon}
        aria-label={words.ownWindow}
      >
        <WindowIcon />
      </a>
    </Tip>
  )
}

const wireWord = (wire: Wire, words: Words['preview']) =>
  wire === 'waiting' || wire === 'connected' ? '' : words.wire[wire]

/** Why the preview does not follow the code, or null when it does. */
function oldWord(phase: Phase, words: Words['preview']): string | null {
  switch (phase.name) {
    case 'failed':
    case 'ended':
    case 'stopped':
    case 'asleep':
      return words.old[phase.name]
    default:
      return null
  }
}

/**
 * Follows each new process: a page that has spoken is told not to wait for its next attempt. One that has not may have
 * asked for its document or its script between two processes, where nobody answers, and is loaded again.
 */
function useServing(
  frame: RefObject<HTMLIFrameElement | null>,
  run: number | undefined,
  hasSpoken: boolean,
) {
  const loadedIn = useRef(run)
  const speaks = useRef(hasSpoken)
  speaks.current = hasSpoken

  useEffect(() => {
    const { current } = frame
    if (!current || run === undefined || run === loadedIn.current) return
    loadedIn.current = run
    if (speaks.current) current.contentWindow?.postMessage({ source: 'telar', type: 'wake' }, '*')
    // biome-ignore lint/correctness/noSelfAssign: this loads the document again, which a page of another origin refuses to do itself
    else current.src = current.src
  }, [frame, run])
}
