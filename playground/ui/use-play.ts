'use client'
/** Plays a failed step's acts in the preview, for the button that shows what is wrong. */
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import type { Act } from 'telar/testing'
import { playActs } from '../preview/play.ts'
import { workbench } from '../preview/workbench.ts'
import { playing } from './playing.ts'

export interface Play {
  /** Whether there is a preview to play in. */
  readonly ready: boolean
  readonly playing: boolean
  /** Plays from the start; what played before is stopped. Sentences are shown as they are, so pass them translated. */
  play(acts: readonly Act[]): Promise<void>
  stop(): void
}

export function usePlay(): Play {
  useSyncExternalStore(workbench.subscribe, workbench.version, () => 0)
  const state = useSyncExternalStore(playing.subscribe, playing.getState, playing.getState)
  const own = useRef<AbortController>(undefined)

  const play = useCallback(async (acts: readonly Act[]) => {
    const bench = workbench.get()
    own.current?.abort()
    if (!bench) return
    const { signal } = (own.current = new AbortController())
    playing.show({ playing: true, caption: '' })
    const say = (caption: string) => playing.show({ playing: true, caption })
    let last = ''
    try {
      await playActs(acts, {
        bench,
        signal,
        say: (caption) => {
          last = caption
          say(caption)
        },
      })
    } catch (cause) {
      last = cause instanceof Error ? cause.message : String(cause)
    }
    // Whoever was stopped by another play leaves its words alone.
    if (own.current?.signal === signal) playing.show({ playing: false, caption: last })
  }, [])

  const stop = useCallback(() => {
    own.current?.abort()
    own.current = undefined
    playing.show({ playing: false, caption: '' })
  }, [])

  useEffect(() => () => own.current?.abort(), [])

  return { ready: workbench.get()?.isLive() ?? false, playing: state.playing, play, stop }
}
