'use client'
/** The server's output, run by run, and the problems, each with its owner and its line. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { ConsoleLine, Problem } from '../container/types.ts'
import style from './console-pane.module.css'
import { runsOf, textOf } from './console-runs.ts'
import { EXPLAINED_CODES } from './explained-codes.ts'
import { Rich } from './rich.tsx'
import { frameIn, rowsOf } from './stack-rows.ts'
import { useWords } from './use-words.ts'

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
  const words = useWords().console
  const { problems, lines, files, onReveal } = props
  const place = (problem: Problem) => (
    <SourceLink problem={problem} known={(problem.file ?? '') in files} onReveal={onReveal} />
  )
  return (
    <div className={style.pane} data-quiet={problems.length === 0 && lines.length === 0}>
      <section
        className={style.problems}
        aria-label={words.problems}
        data-empty={problems.length === 0}
      >
        {problems.length === 0 ? (
          <p className={style.empty}>{words.none}</p>
        ) : (
          <div role="alert">
            <ul>
              {problems.map((problem) => (
                <li key={keyOf(problem)} className={style.problem} data-owner={problem.owner}>
                  <p className={style.whose}>
                    {words.owners[problem.owner]} {place(problem)}
                  </p>
                  <p className={style.message} lang="en">
                    {problem.message}
                  </p>
                  <Explained code={problem.code} />
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
  const { console: words, panes } = useWords()
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
      aria-label={panes.console}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      onScroll={(event) => {
        const { scrollHeight, scrollTop, clientHeight } = event.currentTarget
        follows.current = scrollHeight - scrollTop - clientHeight < 24
      }}
    >
      {lines.length === 0 && (
        <p className={style.empty}>
          {words.nothing}
          <span>
            {' '}
            <Rich text={words.how} />
          </span>
        </p>
      )}
      {lines.length > 0 && (
        <div className={style.tools}>
          {dropped > 0 && <p className={style.dropped}>{words.dropped(dropped, lines.length)}</p>}
          <button type="button" className={style.clear} onClick={onClear}>
            {words.clear}
          </button>
        </div>
      )}
      {runsOf(lines).map(({ run, from, lines: printed }) => (
        <div key={run} className={style.run}>
          <p className={style.runHead}>
            {words.run(run)}{' '}
            <time dateTime={new Date(from).toISOString()}>{words.clock(from)}</time>
          </p>
          {rowsOf(printed, files).map((row) =>
            'folded' in row ? (
              <details key={row.folded[0]!.id} className={style.folded}>
                <summary>{words.frames(row.folded.length)}</summary>
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

/** A link to cause and cure, in a tab of its own, since the program goes on here. */
function Explained({ code }: { code: string }) {
  const { explain, errors } = useWords().console
  if (!EXPLAINED_CODES.has(code)) return null
  return (
    <p className={style.explained}>
      <a href={`${errors}#${code}`} target="_blank" rel="noreferrer">
        {explain(code)}
      </a>
    </p>
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

const keyOf = ({ code, file, line, column, message }: Problem) =>
  [code, file, line, column, message].join('|')
