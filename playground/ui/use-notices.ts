'use client'
/** Collects the messages that a reader should see now. */
import { useCallback, useState } from 'react'
import type { ContainerState } from '../container/types.ts'
import type { WorkState, Workspace } from '../workspace/workspace.ts'
import type { Notice } from './notices.tsx'

interface Step {
  verb: string
  act: () => void
}

interface Said {
  text: string
  step?: Step | undefined
}

export function useNotices(
  workspace: Workspace,
  state: WorkState,
  kept: ContainerState['kept'],
): { notices: readonly Notice[]; say: (text: string, step?: Step) => void } {
  const [said, setSaid] = useState<Said>()
  const [seen, setSeen] = useState<ContainerState['kept']>()
  const say = useCallback((text: string, step?: Step) => setSaid({ text, step }), [])
  const notices: Notice[] = []

  if (state.warning) notices.push({ id: 'warning', text: state.warning, tone: 'warn' })
  if (state.notice)
    notices.push({
      id: 'notice',
      text: state.notice,
      tone: 'plain',
      dismiss: () => workspace.dismissNotice(),
    })
  if (kept && kept !== seen && kept.reset.length > 0)
    notices.push({
      id: 'kept',
      text: sentenceOf(kept.reset),
      tone: 'plain',
      dismiss: () => setSeen(kept),
    })
  if (said)
    notices.push({
      id: 'said',
      text: said.text,
      tone: 'plain',
      dismiss: () => setSaid(undefined),
      ...(said.step && {
        verb: said.step.verb,
        act: () => {
          said.step?.act()
          setSaid(undefined)
        },
      }),
    })
  return { notices, say }
}

const sentenceOf = (fields: readonly { field: string; why: string }[]) =>
  `The new code runs with the state kept, except ${fields
    .map(({ field, why }) => `${field} (${why})`)
    .join(', ')}.`
