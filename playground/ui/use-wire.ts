'use client'
/** Receives what the client in a preview tells this page: its messages, and the state of its connection. */
import { type RefObject, useEffect, useState } from 'react'
import type { WireLog } from '../inspector/index.ts'
import type { PreviewLink } from '../preview/link.ts'

/** `waiting` until the page in the frame has joined. */
export type Wire = 'waiting' | 'connected' | 'connecting' | 'disconnected' | 'stale'

export function useWire(
  frame: RefObject<HTMLIFrameElement | null>,
  thread: WireLog,
  link: PreviewLink,
  number: number,
): Wire {
  const [wire, setWire] = useState<Wire>('waiting')

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const hear = (event: MessageEvent) => {
      // Any page may post anything to this one; only the frame's own window counts.
      if (!frame.current || event.source !== frame.current.contentWindow) return
      if (thread.accept(event.data, number) || link.accept(event.data)) return
      const status = statusIn(event.data)
      if (!status) return
      clearTimeout(timer)
      setWire(status)
      link.setJoined(status === 'connected' || status === 'stale')
      if (status === 'stale') timer = setTimeout(() => setWire('connected'), STALE_SHOWS)
    }
    addEventListener('message', hear)
    link.attach(frame.current?.contentWindow ?? undefined)
    return () => {
      clearTimeout(timer)
      removeEventListener('message', hear)
      link.attach(undefined)
      link.setJoined(false)
    }
  }, [frame, thread, link, number])

  return wire
}

const STALE_SHOWS = 4000

function statusIn(data: unknown): Wire | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { source, type, status } = data as Record<string, unknown>
  if (source !== 'telar') return undefined
  if (type === 'ready') return 'connected'
  if (type !== 'status') return undefined
  return status === 'connected' ||
    status === 'connecting' ||
    status === 'disconnected' ||
    status === 'stale'
    ? status
    : undefined
}
