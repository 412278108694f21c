'use client'
/** Runs a lesson's check in the container and collects the results of its steps; the newest check counts. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Project, StepResult } from '../container/types.ts'
import { projectIn, type Workspace } from '../workspace/workspace.ts'
import { codeHash } from './code-hash.ts'
import type { Host } from './use-host.ts'

/** A check and its results so far. */
export interface Checked {
  readonly running: boolean
  readonly steps: readonly StepResult[]
  /** How long it took, in milliseconds, once it is over. */
  readonly ms?: number
  /** The files as they were when it was pressed, and their hash: it says nothing about others. */
  readonly project: Project
  readonly code: string
}

/** How far the reader got with a lesson, for a page to remember. */
export interface CheckProgress {
  /** Ids of the steps that passed. */
  readonly passed: string[]
  readonly steps: number
  /** The hash of the code that was checked. */
  readonly code: string
}

export function useCheck(
  workspace: Workspace,
  host: Host,
  check: string | undefined,
  onProgress: ((progress: CheckProgress) => void) | undefined,
) {
  const [checked, setChecked] = useState<Checked>()
  const newest = useRef<AbortController>(undefined)
  // Another object with each event of the container: a check that runs must not begin again with it.
  const latest = useRef(host)
  latest.current = host

  const start = useCallback(async () => {
    if (check === undefined) return
    newest.current?.abort()
    const { signal } = (newest.current = new AbortController())
    const project = projectIn(workspace.getState())
    const code = codeHash(project)
    const begun = performance.now()
    let steps: readonly StepResult[] = []
    const show = (running: boolean) => {
      if (signal.aborted) return
      const ms = running ? {} : { ms: performance.now() - begun }
      setChecked({ running, steps, ...ms, project, code })
    }
    show(true)
    try {
      const container = await latest.current.ask()
      if (!container) return signal.aborted ? undefined : setChecked(undefined)
      for await (const step of container.check(project, check, signal)) {
        steps = [...steps, step]
        show(true)
      }
    } finally {
      // A container that ends before the first step has said why by itself.
      if (steps.length > 0) show(false)
      else if (!signal.aborted) setChecked(undefined)
    }
    if (signal.aborted || steps.length === 0) return
    const passed = steps.filter((step) => step.state === 'passed').map((step) => step.id)
    onProgress?.({ passed, steps: steps.length, code })
  }, [check, onProgress, workspace])

  const close = useCallback(() => {
    newest.current?.abort()
    setChecked(undefined)
  }, [])

  useEffect(() => () => newest.current?.abort(), [])

  /** The results for another project's files, such as those of another right answer. */
  const run = useCallback(
    async (project: Project, over: AbortSignal): Promise<readonly StepResult[]> => {
      const container = await latest.current.ask()
      const steps: StepResult[] = []
      if (!container || check === undefined) return steps
      for await (const step of container.check(project, check, over)) steps.push(step)
      return steps
    },
    [check],
  )

  return { checked, start: () => void start(), close, run }
}
