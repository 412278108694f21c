'use client'
/** Reports at once that the network is away, and what that means here. */
import { useSyncExternalStore } from 'react'
import style from './offline.module.css'
import { useWords } from './use-words.ts'

export function Offline() {
  const words = useWords().notices
  const online = useSyncExternalStore(subscribe, isOnline, () => true)
  return (
    <p role="status" className={style.offline} data-away={!online}>
      {!online && words.offline}
    </p>
  )
}

const isOnline = () => navigator.onLine

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
