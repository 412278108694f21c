'use client'
/** How much room the workspace has: panes beside each other, one above the other, or one at a time. */
import { type RefObject, useLayoutEffect, useState } from 'react'

export type Form = 'wide' | 'tall' | 'phone'

const WIDE = 1080
const TALL = 520
/** Below this height of the window a preview above or below the code would be a slit. */
const HIGH = 600
/** Side by side is still right in a low window from this width on. */
const WIDE_WHEN_LOW = 900

export function useForm(element: RefObject<HTMLElement | null>): Form {
  const [form, setForm] = useState<Form>('tall')

  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const measure = () => setForm(formOf(current.clientWidth, innerHeight))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    // The window may grow lower while the workspace keeps its least height.
    addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      removeEventListener('resize', measure)
    }
  }, [element])

  return form
}

/** Of the workspace's width and the window's height, in CSS pixels. */
function formOf(width: number, height: number): Form {
  if (width >= WIDE) return 'wide'
  if (height < HIGH) return width >= WIDE_WHEN_LOW ? 'wide' : 'phone'
  return width >= TALL ? 'tall' : 'phone'
}
