'use client'
/** Two panes with a bar between them that the reader moves, and that stays where it was left. */
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { Group, Panel, Separator, useGroupRef } from 'react-resizable-panels'
import { rememberedSizes, rememberSizes } from './pane-sizes.ts'
import style from './split.module.css'

interface SplitProps {
  /** Ids of the two panes. */
  ids: readonly [string, string]
  /** Under which the division is remembered. */
  name: string
  /** Names the bar. */
  label: string
  way: 'beside' | 'above'
  first: ReactNode
  second: ReactNode
  /** Of the first pane, in percent. */
  share: number
  /** What the second pane has at least, in percent; when it is taken back, the reader's own division returns. */
  least?: number | undefined
  /** Which pane is on the screen where there is room for one alone. */
  only?: 'first' | 'second' | undefined
}

export function Split({
  ids,
  name,
  label,
  way,
  first,
  second,
  share,
  least = 0,
  only,
}: SplitProps) {
  const [one, other] = ids
  const group = useGroupRef()

  useEffect(() => {
    const own = rememberedSizes(name)?.[one] ?? share
    const first = Math.min(own, 100 - least)
    group.current?.setLayout({ [one]: first, [other]: 100 - first })
  }, [group, name, share, least, one, other])

  return (
    <Group
      groupRef={group}
      orientation={way === 'beside' ? 'horizontal' : 'vertical'}
      className={style.group}
      data-only={only}
      defaultLayout={{ [one]: share, [other]: 100 - share }}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) rememberSizes(name, layout)
      }}
    >
      <Panel id={one} minSize="15%" data-pane="first" className={style.pane}>
        {first}
      </Panel>
      <Separator className={style.bar} aria-label={label} />
      <Panel id={other} minSize="15%" data-pane="second" className={style.pane}>
        {second}
      </Panel>
    </Group>
  )
}
