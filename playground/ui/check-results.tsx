'use client'
/** The results of a lesson's check, step by step, with the hint of the first failed step. */
import { type ReactNode, useEffect, useRef } from 'react'
import type { StepResult } from '../container/types.ts'
import bench from './bench.module.css'
import style from './check-results.module.css'
import { CloseIcon, FailedIcon, PassedIcon, SkippedIcon } from './icons.tsx'
import { IconButton } from './tip.tsx'

export interface Checked {
  readonly running: boolean
  readonly steps: readonly StepResult[]
}

interface CheckResultsProps {
  checked: Checked
  /** Why it has not started. */
  waiting: string | undefined
  onClose: () => void
}

export function CheckResults({ checked, waiting, onClose }: CheckResultsProps) {
  const { steps, running } = checked
  const failed = steps.find((step) => step.state === 'failed')
  const passed = steps.filter((step) => step.state === 'passed').length
  const list = useRef<HTMLElement>(null)

  // Only the list scrolls, since the reader may be reading the page next to it.
  useEffect(() => {
    const step = list.current?.querySelector<HTMLElement>('[data-state="failed"]')
    if (failed && !running && step) list.current?.scrollTo({ top: step.offsetTop - HEAD })
  }, [failed, running])

  return (
    <section ref={list} className={style.results} aria-label="Check results">
      <div className={style.head}>
        <p role="status" className={style.sum} data-passed={!running && !failed && passed > 0}>
          {(running && waiting) || sumOf(checked, passed)}
        </p>
        <IconButton name="Close the check" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      <ol>
        {steps.map((step) => (
          <li key={step.id} className={style.step} data-state={step.state} data-step={step.id}>
            <span className={style.sign}>{SIGNS[step.state]}</span>
            <div>
              <p>
                <span className={bench.unseen}>{STATES[step.state]}: </span>
                {step.title}
              </p>
              {step.message && <p className={style.message}>{step.message}</p>}
              {step === failed && step.hint && <p className={style.hint}>{step.hint}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Pixels of the head, which stays above the scrolling part. */
const HEAD = 44

const SIGNS: Record<StepResult['state'], ReactNode> = {
  passed: <PassedIcon />,
  failed: <FailedIcon />,
  skipped: <SkippedIcon />,
}

const STATES: Record<StepResult['state'], string> = {
  passed: 'Passed',
  failed: 'Not yet',
  skipped: 'Not reached',
}

function sumOf({ running, steps }: Checked, passed: number): string {
  if (running) return 'Checking on the real engine …'
  if (steps.length > 0 && passed === steps.length) return 'All steps pass.'
  return `${passed} of ${steps.length} steps pass.`
}
