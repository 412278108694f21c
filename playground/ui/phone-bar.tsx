'use client'
/** The bar at the bottom of a phone's screen: one pane at a time, and Run. */
import { Tabs } from 'radix-ui'
import type { ReactNode } from 'react'
import bench from './bench.module.css'
import style from './phone-bar.module.css'

export type PhonePane = 'code' | 'preview' | 'console'

interface PhoneBarProps {
  pane: PhonePane
  ids: Readonly<Record<PhonePane, string>>
  problems: number
  thread: ReactNode
  runStop: ReactNode
  onPane: (pane: PhonePane) => void
}

const NAMES: readonly (readonly [PhonePane, string])[] = [
  ['code', 'Code'],
  ['preview', 'Preview'],
  ['console', 'Console'],
]

export function PhoneBar({ pane, ids, problems, thread, runStop, onPane }: PhoneBarProps) {
  return (
    <div className={style.bar}>
      <div className={style.actions}>
        {thread}
        <span className={bench.gap} />
        {runStop}
      </div>
      <Tabs.Root value={pane} onValueChange={(value) => onPane(value as PhonePane)}>
        <Tabs.List className={style.list} aria-label="Panes">
          {NAMES.map(([value, name]) => (
            <Tabs.Trigger
              key={value}
              value={value}
              className={style.tab}
              aria-controls={ids[value]}
            >
              {name}
              {value === 'console' && problems > 0 && (
                <span className={style.count}>
                  {problems}
                  <span className={bench.unseen}>{problems === 1 ? ' problem' : ' problems'}</span>
                </span>
              )}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Tabs.Root>
    </div>
  )
}
