'use client'
/** The site's sentences in the language of the page, for components that run in the browser. */
import { createContext, useContext } from 'react'
import type { Words } from './words.ts'

export const SiteWords = createContext<Words | undefined>(undefined)

export function useWords(): Words {
  const words = useContext(SiteWords)
  if (words) return words
  throw new Error(
    'Expected a language around this component, received none. Put it into <English> or <Spanish>.',
  )
}
