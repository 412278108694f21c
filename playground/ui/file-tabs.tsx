'use client'
/** The reader's files as tabs, with their actions: add, rename, delete, move. */
import { DropdownMenu, Tabs } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { WorkError } from '../workspace/work.ts'
import type { WorkState, Workspace } from '../workspace/workspace.ts'
import bench from './bench.module.css'
import style from './file-tabs.module.css'
import { AddIcon, MoreIcon } from './icons.tsx'
import { NameDialog } from './name-dialog.tsx'
import { IconButton } from './tip.tsx'
import { useWords } from './use-words.ts'

interface FileTabsProps {
  workspace: Workspace
  state: WorkState
  /** Id of the pane that shows the open file. */
  pane: string
  onRefused: (sentence: string) => void
  /** The reader continues in a file that was just added. */
  onAdded: (name: string) => void
}

type Asking = { kind: 'add' } | { kind: 'rename'; from: string } | undefined

export function FileTabs({ workspace, state, pane, onRefused, onAdded }: FileTabsProps) {
  const words = useWords().files
  const list = useRef<HTMLDivElement>(null)
  const [asking, setAsking] = useState<Asking>()
  const { open, tabs, entry } = state
  const at = tabs.indexOf(open)

  // Other tabs may fill the row.
  useEffect(() => {
    list.current
      ?.querySelector(`[role="tab"][data-name="${CSS.escape(open)}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [open])

  const attempt = (step: () => void) => {
    try {
      step()
    } catch (cause) {
      if (!(cause instanceof WorkError)) throw cause
      onRefused(cause.message)
    }
  }

  return (
    <div className={style.row}>
      <Tabs.Root
        className={style.tabs}
        value={open}
        onValueChange={(name) => attempt(() => workspace.openFile(name))}
      >
        <Tabs.List ref={list} className={style.list} aria-label={words.list}>
          {tabs.map((name) => (
            <Tabs.Trigger
              key={name}
              value={name}
              data-name={name}
              className={style.tab}
              aria-controls={pane}
              onDoubleClick={() => setAsking({ kind: 'rename', from: name })}
            >
              {name}
              {name === entry && <span className={style.entry} aria-hidden="true" />}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Tabs.Root>
      <IconButton name={words.add} onClick={() => setAsking({ kind: 'add' })}>
        <AddIcon />
      </IconButton>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <button type="button" className={bench.icon} aria-label={words.more(open)}>
            <MoreIcon />
          </button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={bench.menu} align="end" sideOffset={4}>
            <Item onSelect={() => setAsking({ kind: 'rename', from: open })}>
              {words.rename(open)}
            </Item>
            <Item onSelect={() => attempt(() => workspace.deleteFile(open))}>
              {words.remove(open)}
            </Item>
            <Item
              disabled={at === 0}
              onSelect={() => attempt(() => workspace.moveTab(open, at - 1))}
            >
              {words.left}
            </Item>
            <Item
              disabled={at === tabs.length - 1}
              onSelect={() => attempt(() => workspace.moveTab(open, at + 1))}
            >
              {words.right}
            </Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {asking && (
        <NameDialog
          title={asking.kind === 'add' ? words.add : words.rename(asking.from)}
          verb={asking.kind === 'add' ? words.addVerb : words.renameVerb}
          name={asking.kind === 'add' ? '' : asking.from}
          taken={Object.keys(state.files).filter(
            (name) => asking.kind === 'add' || name !== asking.from,
          )}
          onNamed={(name) =>
            attempt(() =>
              asking.kind === 'add'
                ? workspace.addFile(name)
                : workspace.renameFile(asking.from, name),
            )
          }
          onClose={() => setAsking(undefined)}
          onFocusAfter={asking.kind === 'add' ? onAdded : undefined}
        />
      )}
    </div>
  )
}

const Item = (props: DropdownMenu.DropdownMenuItemProps) => (
  <DropdownMenu.Item className={bench.item} {...props} />
)
