'use client'
/** Opens the workspace of a page for a React component and closes it with the component. */
import { useEffect, useState } from 'react'
import type { Project } from '../container/types.ts'
import { openStorage } from '../workspace/storage.ts'
import { tabsChannel } from '../workspace/tabs-channel.ts'
import { lastWordsIn } from '../workspace/unload-backup.ts'
import type { Focus } from '../workspace/work.ts'
import { openWorkspace, type Workspace } from '../workspace/workspace.ts'

/** Undefined until the saved work is read. */
export function useWorkspace(
  page: string,
  template: Project,
  focus: Focus | undefined,
): Workspace | undefined {
  const [workspace, setWorkspace] = useState<Workspace>()

  useEffect(() => {
    const opening = open(page, template, focus)
    let gone = false
    opening.then(({ workspace }) => {
      if (!gone) setWorkspace(workspace)
    })
    return () => {
      gone = true
      setWorkspace(undefined)
      opening.then(({ close }) => close())
    }
  }, [page, template, focus])

  return workspace
}

async function open(page: string, template: Project, focus: Focus | undefined) {
  const channel = tabsChannel()
  const storage = await openStorage()
  const workspace = await openWorkspace({
    page,
    template,
    focus,
    storage,
    channel,
    lastWords: lastWordsIn(() => localStorage),
    tab: TAB,
  })
  return {
    workspace,
    async close() {
      await workspace.close()
      channel.close()
      storage.close()
    },
  }
}

// `randomUUID` is absent if the page is not served over HTTPS or from this machine.
const TAB = Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) =>
  part.toString(36),
).join('')
