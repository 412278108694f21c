'use client'
/** The button that switches between light and dark. */
import { useWords } from '../words/use-words.ts'
import { ThemeButton } from './theme-button.tsx'

export function ThemeToggle() {
  const { useDark, useLight, changeColours } = useWords().header
  return <ThemeButton useDark={useDark} useLight={useLight} changeColours={changeColours} />
}
