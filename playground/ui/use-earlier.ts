'use client'
/** Offers the reader's own code of the lesson before, where this lesson goes on with it, or says why it can't. */
import { useEffect, useState } from 'react'
import type { Project } from '../container/types.ts'
import { type EarlierLesson, type EarlierWork, earlierWork } from '../workspace/earlier-work.ts'
import { openStorage } from '../workspace/storage.ts'
import type { WorkState, Workspace } from '../workspace/workspace.ts'
import type { Notice } from './notices.tsx'
import { useWords } from './use-words.ts'

export interface Earlier extends EarlierLesson {
  readonly title: string
}

/** A notice as long as the reader has not begun here; undefined if there is nothing to go on with. */
export function useEarlier(
  workspace: Workspace,
  { changed }: WorkState,
  start: Project,
  earlier: Earlier | undefined,
  onTaken: (sentence: string) => void,
): Notice | undefined {
  const words = useWords().earlier
  const [own, setOwn] = useState<EarlierWork>()
  const [dismissed, setDismissed] = useState(false)

  useEffect(() => {
    if (!earlier) return
    let gone = false
    const read = async () => {
      const storage = await openStorage()
      const found = await earlierWork(storage, earlier, start)
      storage.close()
      if (!gone) setOwn(found)
    }
    // Without it, ours is there to begin with.
    read().catch(() => {})
    return () => {
      gone = true
    }
  }, [earlier, start])

  if (!earlier || !own || changed || dismissed) return undefined
  const notice = { id: 'earlier', tone: 'plain', dismiss: () => setDismissed(true) } as const
  if ('clashes' in own) return { ...notice, text: words.clash(earlier.title, own.clashes) }
  return {
    ...notice,
    text: words.offer(earlier.title),
    verb: words.take,
    act: () => {
      workspace.replace(own.project, 'you took your own code')
      onTaken(words.taken(earlier.title))
    },
  }
}
