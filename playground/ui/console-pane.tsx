'use client'
/** The server's output, run by run, and the problems, each with its owner and its line. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { ConsoleLine, Owner, Problem } from '../container/types.ts'
import style from './console-pane.module.css'
import { runsOf, textOf } from './console-runs.ts'
import { frameIn, rowsOf } from './stack-rows.ts'

interface ConsolePaneProps {
  problems: readonly Problem[]
  lines: readonly ConsoleLine[]
  /** How many older lines were dropped. */
  dropped: number
  /** Existing files, so that a line in another one is not offered as a link. */
  files: Readonly<Record<string, string>>
  onReveal: (file: string, line: number, column: number) => void
  onClear: () => void
}

export function ConsolePane(props: ConsolePaneProps) {
  const { problems, lines, files, onReveal } = props
  const place = (problem: Problem) => (
    <SourceLink problem={problem} known={(problem.file ?? '') in files} onReveal={onReveal} />
  )
  return (
    <div className={style.pane} data-quiet={problems.length === 0 && lines.length === 0}>
      <section className={style.problems} aria-label="Problems" data-empty={problems.length === 0}>
        {problems.length === 0 ? (
          <p className={style.empty}>No problems.</p>
        ) : (
          <div role="alert">
            <ul>
              {problems.map((problem) => (
                <li key={keyOf(problem)} className={style.problem} data-owner={problem.owner}>
                  <p className={style.whose}>
                    {OWNERS[problem.owner]} {place(problem)}
                  </p>
                  <p className={style.message}>{problem.message}</p>
                  {(problem.component || problem.handler) && (
                    <p className={style.where}>
                      {[problem.component, problem.handler].filter(Boolean).join(' · ')}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      <Printed {...props} place={place} />
    </div>
  )
}

interface PrintedProps extends ConsolePaneProps {
  place: (problem: Problem) => ReactNode
}

function Printed({ lines, dropped, files, place, onReveal, onClear }: PrintedProps) {
  const list = useRef<HTMLDivElement>(null)
  const follows = useRef(true)

  // A reader who has scrolled up is reading; new lines must not move the list.
  useEffect(() => {
    const element = list.current
    if (element && lines.length > 0 && follows.current) element.scrollTop = element.scrollHeight
  }, [lines])

  return (
    <section
      ref={list}
      className={style.console}
      aria-label="Console"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      onScroll={(event) => {
        const { scrollHeight, scrollTop, clientHeight } = event.currentTarget
        follows.current = scrollHeight - scrollTop - clientHeight < 24
      }}
    >
      {lines.length === 0 && (
        <p className={style.empty}>
          Nothing printed yet.
          <span>
            {' '}
            A <code>console.log</code> in a handler prints here.
          </span>
        </p>
      )}
      {lines.length > 0 && (
        <div className={style.tools}>
          {dropped > 0 && (
            <p className={style.dropped}>
              {dropped.toLocaleString('en')} older lines are gone: the console keeps the newest{' '}
              {lines.length.toLocaleString('en')}.
            </p>
          )}
          <button type="button" className={style.clear} onClick={onClear}>
            Clear
          </button>
        </div>
      )}
      {runsOf(lines).map(({ run, from, lines: printed }) => (
        <div key={run} className={style.run}>
          <p className={style.runHead}>
            Run {run} <time dateTime={new Date(from).toISOString()}>{clock(from)}</time>
          </p>
          {rowsOf(printed, files).map((row) =>
            'folded' in row ? (
              <details key={row.folded[0]!.id} className={style.folded}>
                <summary>
                  {row.folded.length === 1 ? '1 frame' : `${row.folded.length} frames`} of the
                  engine and Node
                </summary>
                {row.folded.map((line) => (
                  <p key={line.id} className={style.line} data-stream={line.stream}>
                    {line.text}
                  </p>
                ))}
              </details>
            ) : (
              <p key={row.line.id} className={style.line} data-stream={row.line.stream}>
                <Text line={row.line} files={files} onReveal={onReveal} />
                {row.line.problem && <> {place(row.line.problem)}</>}
              </p>
            ),
          )}
        </div>
      ))}
    </section>
  )
}

type TextProps = Pick<ConsolePaneProps, 'files' | 'onReveal'> & { line: ConsoleLine }

/** A line's text; the place in one of the reader's stack frames links to it. */
function Text({ line, files, onReveal }: TextProps) {
  const text = textOf(line)
  const frame = frameIn(text)
  if (!frame || !(frame.file in files)) return text
  return (
    <>
      {frame.before}
      <button
        type="button"
        className={style.place}
        onClick={() => onReveal(frame.file, frame.line, frame.column)}
      >
        {frame.file}:{frame.line}:{frame.column}
      </button>
      {frame.after}
    </>
  )
}

interface PlaceProps {
  problem: Problem
  known: boolean
  onReveal: ConsolePaneProps['onReveal']
}

/** `counter.ts:7:3`, as a link to that place. */
function SourceLink({ problem, known, onReveal }: PlaceProps) {
  const { file, line, column } = problem
  if (!file || !line) return null
  const name = [file, line, column].filter((part) => part !== undefined).join(':')
  if (!known) return <span className={style.place}>{name}</span>
  return (
    <button type="button" className={style.place} onClick={() => onReveal(file, line, column ?? 1)}>
      {name}
    </button>
  )
}

export const OWNERS: Record<Owner, string> = {
  app: 'Your code',
  engine: 'The engine',
  network: 'The network',
  host: 'The host',
}

const clock = (at: number) => new Date(at).toLocaleTimeString('en-GB')

const keyOf = ({ code, file, line, column, message }: Problem) =>
  [code, file, line, column, message].join('|')
