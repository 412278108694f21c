'use client'
/** The workspace of one page, its work kept under the page's key. */
import type { ReactNode } from 'react'
import about from 'telar/package.json' with { type: 'json' }
import type { Container, Project } from '../container/types.ts'
import type { Focus } from '../workspace/work.ts'
import { Layout } from './layout.tsx'
import { Offline } from './offline.tsx'
import type { CheckProgress } from './use-check.ts'
import { useWorkspace } from './use-workspace.ts'

export interface WorkspaceProps {
  /** The reader's work is kept under it: one key for each lesson, one for the playground. */
  pageKey: string
  /** What the reader starts with. Keep the object the same while the page is. */
  template: Project
  /** Where the editor opens, until the reader has been elsewhere. Keep the object the same too. */
  focus?: Focus
  code?: 'own' | 'link'
  /** Shown until what was kept is read. */
  waiting?: ReactNode
  check?: string
  solution?: Project
  /** Brought by the page; without it the workspace makes its own at the first run. */
  container?: Container
  /** Boots a container once the reader is there: for a page that is there to run code. */
  early?: boolean
  /** Where the button Check stands, when not among the workspace's tools. */
  checkInto?: HTMLElement | null
  /** Where the results of a check stand, when not over the console. */
  resultsInto?: HTMLElement | null
  /** Called when Check is pressed. */
  onCheck?: () => void
  /** Called at the end of each check. */
  onProgress?: (progress: CheckProgress) => void
}

export function Workspace(props: WorkspaceProps) {
  const { pageKey, template, focus, code = 'own', waiting, ...rest } = props
  const workspace = useWorkspace(pageKey, template, focus)
  if (!workspace) return waiting
  return (
    <>
      <Layout workspace={workspace} code={code} engine={about.version} {...rest} />
      <Offline />
    </>
  )
}
