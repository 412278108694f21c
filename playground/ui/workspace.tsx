'use client'
/** The workspace of one page; its work is saved under the page's key. */
import type { ReactNode } from 'react'
import about from 'telar/package.json' with { type: 'json' }
import type { Container, Project } from '../container/types.ts'
import type { Focus } from '../workspace/work.ts'
import { Layout } from './layout.tsx'
import type { LessonHelp } from './lesson-help.tsx'
import { Offline } from './offline.tsx'
import type { CheckProgress } from './use-check.ts'
import type { Earlier } from './use-earlier.ts'
import { useWorkspace } from './use-workspace.ts'

export interface WorkspaceProps {
  /** The reader's work is saved under it: one key for each lesson, one for the playground. */
  pageKey: string
  /** What the reader starts with. The object must stay the same as long as the page. */
  template: Project
  /** Where the editor opens, until the reader has moved elsewhere. The object must stay the same too. */
  focus?: Focus
  code?: 'own' | 'link'
  /** Shown until the saved work is read. */
  waiting?: ReactNode
  /** The lesson whose code this one goes on with. The object must stay the same. */
  earlier?: Earlier
  check?: string
  solution?: Project
  /** What a lesson offers around its check. */
  help?: LessonHelp
  /** Provided by the page; without it the workspace makes its own at the first run. */
  container?: Container
  /** Boots a container once the reader is active: for a page whose purpose is to run code. */
  early?: boolean
  /** Runs the reader's own code once it is on the screen, without being asked: for a lesson. */
  byItself?: boolean
  /** Where the button Check is, if not among the workspace's tools. */
  checkInto?: HTMLElement | null
  /** Where the results of a check are shown, if not over the console. */
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
      <Layout workspace={workspace} start={template} code={code} engine={about.version} {...rest} />
      <Offline />
    </>
  )
}
