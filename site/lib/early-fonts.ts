/** Preloads the fonts of a page's first screen, so that its text does not change when they arrive. */
import { preload } from 'react-dom'

const FILES = {
  ui: 'figtree-latin-wght-normal',
  prose: 'source-serif-4-latin-wght-normal',
  mono: 'jetbrains-mono-latin-400-normal',
} as const

/** Called while a page is rendered on the server. */
export function preloadFonts(...kinds: (keyof typeof FILES)[]): void {
  for (const kind of kinds)
    preload(`/fonts/${FILES[kind]}.woff2`, { as: 'font', type: 'font/woff2', crossOrigin: '' })
}
