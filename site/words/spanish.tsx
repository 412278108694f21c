'use client'
/** What is in it speaks Spanish. */
import type { ReactNode } from 'react'
import { es } from './es.ts'
import { SiteWords } from './use-words.ts'

export const Spanish = ({ children }: { children: ReactNode }) => (
  <SiteWords value={es}>{children}</SiteWords>
)
