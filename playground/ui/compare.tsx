'use client'
/** What a passed answer has cost beside another right answer: the bytes that the check's visitors were sent. */
import { useEffect, useState } from 'react'
import type { Project, StepResult } from '../container/types.ts'
import style from './check-results.module.css'
import { useWords } from './use-words.ts'

interface CompareProps {
  steps: readonly StepResult[]
  other: Project
  /** The other answer's files that are worth reading. */
  run(project: Project, over: AbortSignal): Promise<readonly StepResult[]>
}

export function Compare({ steps, other, run }: CompareProps) {
  const { check: words } = useWords()
  const [cost, setCost] = useState<number | 'running' | 'unknown'>('running')
  useEffect(() => {
    const over = new AbortController()
    setCost('running')
    run(other, over.signal).then((results) => {
      if (!over.signal.aborted) setCost(bytesOf(results) ?? 'unknown')
    })
    return () => over.abort()
  }, [other, run])
  const own = bytesOf(steps)
  if (own === undefined) return null
  return (
    <div className={style.compare}>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.cost.bytes}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.cost.yours}</th>
            <td>{words.bytes(own)}</td>
          </tr>
          <tr>
            <th scope="row">{words.cost.other}</th>
            <td aria-live="polite">
              {cost === 'running'
                ? words.comparing
                : cost === 'unknown'
                  ? words.otherFails
                  : words.bytes(cost)}
            </td>
          </tr>
        </tbody>
      </table>
      <p className={style.note}>{words.whatCounts}</p>
      <details>
        <summary>{words.otherAnswer}</summary>
        <pre lang="en">
          <code>{other.files[other.entry]}</code>
        </pre>
      </details>
    </div>
  )
}

/** Undefined if not every step has passed: what was not done has no cost. */
function bytesOf(steps: readonly StepResult[]): number | undefined {
  if (steps.length === 0 || steps.some(({ state }) => state !== 'passed')) return undefined
  return steps.reduce((sum, { bytes = 0 }) => sum + bytes, 0)
}
