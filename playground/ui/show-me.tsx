'use client'
/** The button that plays a failed step's counter-example in the preview. */
import { useState } from 'react'
import type { Act } from 'telar/testing'
import bench from './bench.module.css'
import style from './check-results.module.css'
import { usePlay } from './use-play.ts'
import { useWords } from './use-words.ts'

interface ShowMeProps {
  acts: readonly Act[]
  /** The preview should be seen now. */
  onShow: () => void
}

export function ShowMe({ acts, onShow }: ShowMeProps) {
  const words = useWords().check
  const { ready, playing, play, stop } = usePlay()
  const [missed, setMissed] = useState(false)
  const show = () => {
    setMissed(!ready)
    if (!ready) return
    onShow()
    void play(acts)
  }
  return (
    <>
      <button type="button" className={bench.primary} onClick={playing ? stop : show}>
        {playing ? words.stopShowing : words.showMe}
      </button>
      <span role="status" className={style.note}>
        {missed && !ready && words.runToSee}
      </span>
    </>
  )
}
