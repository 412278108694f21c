'use client'
/** The drawing of a frame in each language: it and its words are loaded once there is a frame. */
import { lazy, Suspense } from 'react'
import type { DrawnFrame } from '../../../playground/preview/index.ts'
import type { FrameWords } from '../../words/elements/words.ts'
import { useWords } from '../../words/use-words.ts'
import type { Lang } from '../../words/words.ts'

interface FrameDrawingProps {
  frame: DrawnFrame
  caption: string
}

export function FrameDrawing(props: FrameDrawingProps) {
  const Drawing = DRAWINGS[useWords().lang]
  return (
    <Suspense>
      <Drawing {...props} />
    </Suspense>
  )
}

const DRAWINGS: Readonly<Record<Lang, ReturnType<typeof speaking>>> = {
  en: speaking(() => import('../../words/elements/frame-en.ts')),
  es: speaking(() => import('../../words/elements/frame-es.ts')),
}

function speaking(load: () => Promise<{ frame: FrameWords }>) {
  return lazy(async () => {
    const [{ FrameTable }, { frame: words }] = await Promise.all([
      import('./frame-table.tsx'),
      load(),
    ])
    return { default: (props: FrameDrawingProps) => <FrameTable {...props} words={words} /> }
  })
}
