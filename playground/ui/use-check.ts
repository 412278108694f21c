'use client'
/** Runs a lesson's check in the container and collects the results of its steps. */
import { useCallback, useState } from 'react'
import type { StepResult } from '../container/types.ts'
import { projectIn, type Workspace } from '../workspace/workspace.ts'
import type { Checked } from './check-results.tsx'
import type { Host } from './use-host.ts'

/** How far the reader got with a lesson, for a page to remember. */
export interface CheckProgress {
  /** Ids of the steps that passed. */
  readonly passed: string[]
  readonly steps: number
}

export function useCheck(
  workspace: Workspace,
  host: Host,
  check: string | undefined,
  onProgress: ((progress: CheckProgress) => void) | undefined,
) {
  const [checked, setChecked] = useState<Checked>()

  const start = useCallback(async () => {
    if (check === undefined) return
    const container = await host.ask()
    if (!container) return
    let steps: readonly StepResult[] = []
    setChecked({ running: true, steps })
    try {
      for await (const step of container.check(projectIn(workspace.getState()), check)) {
        steps = [...steps, step]
        setChecked({ running: true, steps })
      }
    } finally {
      setChecked({ running: false, steps })
    }
    const passed = steps.filter((step) => step.state === 'passed').map((step) => step.id)
    onProgress?.({ passed, steps: steps.length })
  }, [check, host, onProgress, workspace])

  return { checked, start: () => void start(), close: () => setChecked(undefined) }
}
