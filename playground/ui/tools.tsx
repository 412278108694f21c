'use client'
/** The toolbar of the workspace: what the reader can do next, the most likely first. */
import { type MouseEvent, type ReactNode, useRef } from 'react'
import type { Phase } from '../container/types.ts'
import bench from './bench.module.css'
import { isByKeys } from './by-keys.ts'
import { DownloadIcon, RunIcon, StopIcon } from './icons.tsx'
import { RUN_KEYS } from './preview-placeholder.tsx'
import { IconButton, Tip } from './tip.tsx'
import { useWords } from './use-words.ts'

interface RunStopProps {
  phase: Phase
  disabled: boolean
  onRun: () => void
  onStop: () => void
}

export function RunStop({ phase, disabled, onRun, onStop }: RunStopProps) {
  const words = useWords().tools
  const run = useRef<HTMLButtonElement>(null)
  const stop = (event: MouseEvent) => {
    // A stopped server can't be stopped again, and whoever came by keyboard would lose the focus with that.
    if (isByKeys(event)) run.current?.focus()
    onStop()
  }
  return (
    <>
      <Tip name={isLive(phase) ? words.runNow : words.start} keys={RUN_KEYS}>
        <button
          ref={run}
          type="button"
          className={bench.primary}
          disabled={disabled}
          onClick={onRun}
        >
          <RunIcon />
          {words.run}
        </button>
      </Tip>
      <button type="button" className={bench.button} disabled={!isLive(phase)} onClick={stop}>
        <StopIcon />
        {words.stop}
      </button>
    </>
  )
}

const isLive = (phase: Phase) =>
  phase.name === 'starting' ||
  phase.name === 'running' ||
  phase.name === 'swapping' ||
  (phase.name === 'failed' && phase.url !== undefined)

interface ToolsProps {
  runStop: ReactNode
  /** The lesson's own buttons. */
  lesson: ReactNode
  history: ReactNode
  changed: boolean
  onReset: () => void
  onDownload: () => void
  onShare: () => void
}

export function Tools(props: ToolsProps) {
  const { runStop, lesson, history, changed, onReset, onDownload, onShare } = props
  const { tools: words, takeHome } = useWords()
  return (
    <div className={bench.bar}>
      {runStop}
      {lesson}
      <span className={bench.gap} />
      {history}
      <button
        type="button"
        className={bench.quiet}
        // With `disabled` the press itself would take the focus away.
        aria-disabled={!changed}
        onClick={changed ? onReset : undefined}
      >
        {words.reset}
      </button>
      <IconButton name={takeHome.name} onClick={onDownload}>
        <DownloadIcon />
      </IconButton>
      <button type="button" className={bench.button} onClick={onShare}>
        {words.share}
      </button>
    </div>
  )
}
