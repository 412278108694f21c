'use client'
/** The workspace's sentences in the language of the page; the page provides them. */
import { createContext, useContext } from 'react'
import type { Words } from './words/words.ts'

export const WorkspaceWords = createContext<Words | undefined>(undefined)

export function useWords(): Words {
  const words = useContext(WorkspaceWords)
  if (words) return words
  throw new Error(
    'Expected WorkspaceWords around the workspace, received none. Provide a language.',
  )
}
