'use client'
/** The toolbar of the workspace: what the reader can do next, the most likely first. */
import type { ReactNode } from 'react'
import type { Phase } from '../container/types.ts'
import bench from './bench.module.css'
import { RunIcon, StopIcon } from './icons.tsx'
import { RUN_KEYS } from './preview-placeholder.tsx'
import { Tip } from './tip.tsx'

interface RunStopProps {
  phase: Phase
  disabled: boolean
  onRun: () => void
  onStop: () => void
}

export function RunStop({ phase, disabled, onRun, onStop }: RunStopProps) {
  return (
    <>
      <Tip
        name={isLive(phase) ? 'Run this code now' : 'Start a server with this code'}
        keys={RUN_KEYS}
      >
        <button type="button" className={bench.primary} disabled={disabled} onClick={onRun}>
          <RunIcon />
          Run
        </button>
      </Tip>
      <button type="button" className={bench.button} disabled={!isLive(phase)} onClick={onStop}>
        <StopIcon />
        Stop
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
  onShare: () => void
}

export function Tools({ runStop, lesson, history, changed, onReset, onShare }: ToolsProps) {
  return (
    <div className={bench.bar}>
      {runStop}
      {lesson}
      <span className={bench.gap} />
      {history}
      <button type="button" className={bench.quiet} disabled={!changed} onClick={onReset}>
        Reset
      </button>
      <button type="button" className={bench.button} onClick={onShare}>
        Share
      </button>
    </div>
  )
}
