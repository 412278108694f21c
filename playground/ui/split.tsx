'use client'
/** Two panes with a bar between them that the reader can move; its position is kept. */
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { Group, Panel, Separator, useGroupRef } from 'react-resizable-panels'
import { rememberedSizes, rememberSizes } from './pane-sizes.ts'
import style from './split.module.css'

interface SplitProps {
  /** Ids of the two panes. */
  ids: readonly [string, string]
  /** The key under which the division is remembered. */
  name: string
  /** The name of the bar. */
  label: string
  way: 'beside' | 'above'
  first: ReactNode
  second: ReactNode
  /** Of the first pane, in percent. */
  share: number
  /** The minimum size of each pane, in pixels. */
  least?: readonly [number, number] | undefined
  /** The second pane is no higher than its content, and there is no bar. */
  folded?: boolean | undefined
  /** Which pane is on the screen if there is room for only one. */
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
  least = [LEAST, LEAST],
  folded,
  only,
}: SplitProps) {
  const [one, other] = ids
  const group = useGroupRef()

  useEffect(() => {
    const first = rememberedSizes(name)?.[one] ?? share
    group.current?.setLayout({ [one]: first, [other]: 100 - first })
  }, [group, name, share, one, other])

  return (
    <Group
      groupRef={group}
      orientation={way === 'beside' ? 'horizontal' : 'vertical'}
      className={style.group}
      data-only={only}
      data-folded={folded && !only ? '' : undefined}
      defaultLayout={{ [one]: share, [other]: 100 - share }}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) rememberSizes(name, layout)
      }}
    >
      <Panel id={one} minSize={only ? 0 : least[0]} data-pane="first" className={style.pane}>
        {first}
      </Panel>
      <Separator className={style.bar} aria-label={label} />
      <Panel id={other} minSize={only ? 0 : least[1]} data-pane="second" className={style.pane}>
        {second}
      </Panel>
    </Group>
  )
}

/** A pane that is smaller shows nothing. */
const LEAST = 80
