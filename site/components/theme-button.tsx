'use client'
/** The button that switches between light and dark, in words that it is given. */
import { useSyncExternalStore } from 'react'
import { chooseTheme, currentTheme, onThemeChange } from '../lib/theme.ts'
import style from './header.module.css'

interface ThemeButtonProps {
  useDark: string
  useLight: string
  changeColours: string
}

export function ThemeButton({ useDark, useLight, changeColours }: ThemeButtonProps) {
  const theme = useSyncExternalStore(onThemeChange, currentTheme, () => undefined)
  const other = theme === 'dark' ? 'light' : 'dark'
  return (
    <button
      type="button"
      className={style.theme}
      aria-label={theme ? (other === 'dark' ? useDark : useLight) : changeColours}
      onClick={() => chooseTheme(other)}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor" />
      </svg>
    </button>
  )
}
