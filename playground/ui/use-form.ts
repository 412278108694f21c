'use client'
/** How much room the workspace has: beside each other, one above the other, or one at a time. */
import { type RefObject, useLayoutEffect, useState } from 'react'

export type Form = 'wide' | 'tall' | 'phone'

const WIDE = 1080
const PHONE = 640

export function useForm(element: RefObject<HTMLElement | null>): Form {
  const [form, setForm] = useState<Form>('tall')

  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const measure = () => setForm(formOf(current.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])

  return form
}

const formOf = (width: number): Form => (width < PHONE ? 'phone' : width < WIDE ? 'tall' : 'wide')
