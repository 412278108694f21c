'use client'
/** How the panes are arranged in the available room: next to each other, one above the other, or one at a time. */
import { type RefObject, useLayoutEffect, useState } from 'react'

export type Form = 'wide' | 'tall' | 'phone'

const WIDE = 1080
const TALL = 520
/** Below this height of the window a preview above or below the code would be too small. */
const HIGH = 600
/** From this width on, side by side still works in a low window. */
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
    // The window may become lower while the workspace keeps its minimum height.
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
