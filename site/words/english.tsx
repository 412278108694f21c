'use client'
/** What is in it speaks English. */
import type { ReactNode } from 'react'
import { en } from './en.ts'
import { SiteWords } from './use-words.ts'

export const English = ({ children }: { children: ReactNode }) => (
  <SiteWords value={en}>{children}</SiteWords>
)
