'use client'
/** The reader's own last frame, drawn; before there is one, what to do to get it. */
import { useWords } from '../../words/use-words.ts'
import { FrameDrawing } from './frame-drawing.tsx'
import style from './lesson-elements.module.css'
import { useWorkbench } from './use-workbench.ts'

export function WireFrame({ show = 'down' }: { show?: 'down' | 'up' }) {
  const words = useWords().elements.frame
  const frame = useWorkbench()?.lastFrame(show)
  return (
    <div className={style.wire}>
      {frame ? (
        <FrameDrawing frame={frame} caption={words[show]} />
      ) : (
        <p>{show === 'down' ? words.noDown : words.noUp}</p>
      )}
    </div>
  )
}
