'use client'
/** The bar at the bottom of a phone's screen: one pane at a time, and Run. */
import { Tabs } from 'radix-ui'
import type { ReactNode } from 'react'
import bench from './bench.module.css'
import style from './phone-bar.module.css'
import { useWords } from './use-words.ts'

export type PhonePane = 'code' | 'preview' | 'console'

interface PhoneBarProps {
  pane: PhonePane
  ids: Readonly<Record<PhonePane, string>>
  problems: number
  thread: ReactNode
  runStop: ReactNode
  onPane: (pane: PhonePane) => void
}

const PANES: readonly PhonePane[] = ['code', 'preview', 'console']

export function PhoneBar({ pane, ids, problems, thread, runStop, onPane }: PhoneBarProps) {
  const words = useWords().panes
  return (
    <div className={style.bar}>
      <div className={style.actions}>
        {thread}
        <span className={bench.gap} />
        {runStop}
      </div>
      <Tabs.Root value={pane} onValueChange={(value) => onPane(value as PhonePane)}>
        <Tabs.List className={style.list} aria-label={words.list}>
          {PANES.map((value) => (
            <Tabs.Trigger
              key={value}
              value={value}
              className={style.tab}
              aria-controls={ids[value]}
            >
              {words[value]}
              {value === 'console' && problems > 0 && (
                <span className={style.count}>
                  {problems}
                  <span className={bench.unseen}>{` ${words.problems(problems)}`}</span>
                </span>
              )}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Tabs.Root>
    </div>
  )
}
