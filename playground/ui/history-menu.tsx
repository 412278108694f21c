'use client'
/** Earlier versions of the files, which can be restored with one click. */
import { DropdownMenu } from 'radix-ui'
import type { WorkState, Workspace } from '../workspace/workspace.ts'
import bench from './bench.module.css'
import { HistoryIcon } from './icons.tsx'

export function HistoryMenu({ workspace, state }: { workspace: Workspace; state: WorkState }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className={bench.icon} aria-label="History">
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
              Nothing here yet. Before a reset, a solution or a deletion your files are kept here.
            </DropdownMenu.Item>
          )}
          {state.versions.map((version) => (
            <DropdownMenu.Item
              key={version.id}
              className={bench.item}
              onSelect={() => workspace.restore(version.id)}
            >
              <span>{when(version.at)}</span>
              <span className={bench.itemNote}>before {version.why}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

const when = (at: number) =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
