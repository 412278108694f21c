'use client'
/** Collects the messages that a reader should see now. */
import { useCallback, useState } from 'react'
import type { ContainerState } from '../container/types.ts'
import type { WorkState, Workspace } from '../workspace/workspace.ts'
import type { Notice } from './notices.tsx'
import { useWords } from './use-words.ts'

interface Step {
  verb: string
  act: () => void
}

/** `lang` if it is not that of the page. */
export type Say = (text: string, step?: Step, lang?: 'en') => void

interface Said {
  text: string
  step?: Step | undefined
  lang?: 'en' | undefined
}

export function useNotices(
  workspace: Workspace,
  state: WorkState,
  kept: ContainerState['kept'],
): { notices: readonly Notice[]; say: Say } {
  const words = useWords().notices
  const [said, setSaid] = useState<Said>()
  const [seen, setSeen] = useState<ContainerState['kept']>()
  const say = useCallback<Say>((text, step, lang) => setSaid({ text, step, lang }), [])
  const notices: Notice[] = []

  if (state.warning) notices.push({ id: 'warning', text: state.warning, lang: 'en', tone: 'warn' })
  if (state.notice)
    notices.push({
      id: 'notice',
      text: state.notice,
      lang: 'en',
      tone: 'plain',
      dismiss: () => workspace.dismissNotice(),
    })
  if (kept && kept !== seen && kept.reset.length > 0)
    notices.push({
      id: 'kept',
      text: words.stateKept(exceptions(kept.reset)),
      tone: 'plain',
      dismiss: () => setSeen(kept),
    })
  if (said)
    notices.push({
      id: 'said',
      text: said.text,
      ...(said.lang && { lang: said.lang }),
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

const exceptions = (fields: readonly { field: string; why: string }[]) =>
  fields.map(({ field, why }) => `${field} (${why})`).join(', ')
