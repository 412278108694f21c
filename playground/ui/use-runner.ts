'use client'
/** Runs the workspace in its container: on request, and from then on after each edit. */
import { useCallback, useEffect, useRef } from 'react'
import type { Container, Phase, Project } from '../container/types.ts'
import { projectIn, type Workspace } from '../workspace/workspace.ts'

/** A swap follows a pause in typing, not every character. */
const PAUSE = 120
/** Code that ended its program waits longer before it starts again. */
const CAREFUL_PAUSE = 600

interface Runner {
  run(): void
  stop(): void
  /** Wakes a sleeping container. */
  wake(): void
}

/**
 * `askContainer` is called at the first run. After it, an edit swaps the code of a running program
 * and starts one that failed or ended itself; a stopped program stays stopped.
 */
export function useRunner(
  workspace: Workspace | undefined,
  container: Container | undefined,
  askContainer: () => Promise<Container | undefined>,
): Runner {
  const told = useRef<Project>(undefined)

  useEffect(() => {
    if (!workspace || !container) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const consider = () => {
      const { phase } = container.getState()
      const project = projectIn(workspace.getState())
      if (!told.current || !follows(phase) || sameProject(project, told.current)) return
      told.current = project
      clearTimeout(timer)
      // The container merges edits that come during a swap.
      timer = setTimeout(
        () => void container.update(projectIn(workspace.getState())),
        phase.name === 'ended' ? CAREFUL_PAUSE : PAUSE,
      )
    }
    const leave = workspace.subscribe(consider)
    // What was edited while the container booted follows once something runs.
    const unhear = container.subscribe(consider)
    return () => {
      clearTimeout(timer)
      leave()
      unhear()
    }
  }, [workspace, container])

  const run = useCallback(async () => {
    const to = await askContainer()
    if (!to || !workspace) return
    told.current = projectIn(workspace.getState())
    await to.run(told.current)
  }, [askContainer, workspace])

  const stop = useCallback(() => void container?.stop(), [container])

  const wake = useCallback(() => void container?.wake(), [container])

  return { run: () => void run(), stop, wake }
}

/** Whether an edit is run by itself; otherwise it waits for Run. */
function follows(phase: Phase): boolean {
  switch (phase.name) {
    case 'starting':
    case 'running':
    case 'swapping':
    case 'failed':
    case 'asleep':
      return true
    case 'ended':
      return phase.reason === 'loop' || phase.reason === 'exit'
    default:
      return false
  }
}

function sameProject(one: Project, other: Project): boolean {
  if (one.files === other.files) return one.entry === other.entry
  const names = Object.keys(one.files)
  return (
    one.entry === other.entry &&
    names.length === Object.keys(other.files).length &&
    names.every((name) => one.files[name] === other.files[name])
  )
}
