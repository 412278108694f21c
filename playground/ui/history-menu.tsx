'use client'
/** Earlier versions of the files, which can be restored with one click. */
import { DropdownMenu } from 'radix-ui'
import type { WorkState, Workspace } from '../workspace/workspace.ts'
import bench from './bench.module.css'
import { HistoryIcon } from './icons.tsx'
import { useWords } from './use-words.ts'

export function HistoryMenu({ workspace, state }: { workspace: Workspace; state: WorkState }) {
  const words = useWords().history
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className={bench.icon} aria-label={words.name}>
          <HistoryIcon />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={bench.menu}
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          {state.versions.length === 0 && (
            <DropdownMenu.Item disabled className={bench.item}>
              {words.empty}
            </DropdownMenu.Item>
          )}
          {state.versions.map((version) => (
            <DropdownMenu.Item
              key={version.id}
              className={bench.item}
              onSelect={() => workspace.restore(version.id)}
            >
              <span>{words.when(version.at)}</span>
              <span className={bench.itemNote}>{words.before(version.why)}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
