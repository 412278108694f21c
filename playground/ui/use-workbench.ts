'use client'
/** Offers this workspace to the lesson's text beside it: its previews, its wire, its files. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Frame } from '../../engine/protocol/index.ts'
import type { WireLog } from '../inspector/index.ts'
import { createPreviewLink, type PreviewLink } from '../preview/link.ts'
import { NO_SETTINGS } from '../preview/messages.ts'
import { workbench } from '../preview/workbench.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { readConstant, writeConstant } from './constants.ts'
import { drawn, measureAction } from './measuring.ts'

/** The page's ends of what it says to each preview, by visitor. */
export type Links = readonly [first: PreviewLink, second: PreviewLink]

interface WorkbenchOptions {
  readonly workspace: Workspace
  readonly log: WireLog
  readonly element: RefObject<HTMLElement | null>
  run(): void
  setSecond(shown: boolean): void
  showPreview(): void
}

export function useWorkbench(options: WorkbenchOptions): Links {
  const { workspace, log, element } = options
  const [links] = useState<Links>(() => [createPreviewLink(), createPreviewLink()])
  const own = useRef(options)
  own.current = options

  useEffect(() => {
    const [first] = links
    let settings = NO_SETTINGS
    const linkOf = (visitor = 1) => links[visitor - 1] ?? first
    const leave = [log.subscribe(workbench.touch), workspace.subscribe(workbench.touch)]
    for (const link of links) leave.push(link.onJoin(workbench.touch))
    const withdraw = workbench.provide({
      isLive: () => first.hasJoined(),
      run: () => own.current.run(),
      ask(ask, visitor) {
        const asked = () => linkOf(visitor).ask(ask)
        return ask.do === 'press' || ask.do === 'type' ? keepFocus(asked) : asked()
      },
      async openSecond() {
        own.current.setSecond(true)
        await joined(links[1])
      },
      set(change) {
        settings = { ...settings, ...change }
        for (const link of links) {
          // Predictions are about the reader's own page, a slow network about all.
          link.set(link === first ? settings : { ...NO_SETTINGS, latency: settings.latency })
        }
      },
      hear: first.hear,
      measure: (action, at, kind, look) =>
        measureAction(log, first, { action, at, kind, look, latency: settings.latency }),
      lastFrame(direction) {
        const tick = log
          .getState()
          .ticks.findLast(
            ({ content, preview }) =>
              preview === 1 &&
              (direction === 'down'
                ? content.kind === 'frame' && isTelling(content.frame)
                : content.kind === 'up' && content.up.type === 'event'),
          )
        return tick && drawn(tick, log)
      },
      readNumber: (file, name) => readConstant(workspace.getState().files[file] ?? '', name),
      writeNumber(file, name, value) {
        const code = workspace.getState().files[file]
        if (code !== undefined) workspace.edit(file, writeConstant(code, name, value))
      },
      show: () => own.current.showPreview(),
      frame: () =>
        element.current?.querySelector<HTMLElement>('iframe[data-visitor="1"]') ?? undefined,
    })
    return () => {
      withdraw()
      for (const end of leave) end()
    }
  }, [links, log, workspace, element])

  return links
}

/** What is pressed in a preview takes the focus there, as under a visitor's finger; whoever asked for the press keeps it here. */
async function keepFocus<T>(act: () => Promise<T>): Promise<T> {
  const before = document.activeElement
  try {
    return await act()
  } finally {
    const now = document.activeElement
    if (now instanceof HTMLIFrameElement && before instanceof HTMLElement && now !== before) {
      // Where the button went with its press, what it stood in gives the focus a place.
      if (before.isConnected) before.focus({ preventScroll: true })
      else now.blur()
    }
  }
}

/** A frame to draw: it answers the reader or changes the page, which a welcome does not. */
const isTelling = ({ repaint, acknowledged, ops }: Frame) =>
  !repaint && (acknowledged !== undefined || ops.some(({ op }) => op !== 'signal'))

const JOIN_WITHIN = 15_000

function joined(link: PreviewLink): Promise<void> {
  if (link.hasJoined()) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      if (!link.hasJoined()) return
      clearTimeout(timer)
      leave()
      resolve()
    }
    const leave = link.onJoin(end)
    // Whoever plays goes on, and the next act says that nobody answers.
    const timer = setTimeout(() => {
      leave()
      resolve()
    }, JOIN_WITHIN)
  })
}
