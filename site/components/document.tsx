/** The outermost elements of every page: letters, colours and the reader's theme before the first paint. */
import type { ReactNode } from 'react'
import '../app/globals.css'
import { REMEMBERED_THEME } from '../lib/theme.ts'

// What the first screen is set in; asked for with the page, the text does not change its letters later.
const EARLY_FONTS = [
  '/fonts/figtree-latin-wght-normal.woff2',
  '/fonts/source-serif-4-latin-wght-normal.woff2',
]

export function Document({ children }: { children: ReactNode }) {
  return (
    // The script sets data-theme before React looks, so the two may differ here and only here.
    <html lang="en" suppressHydrationWarning>
      <head>
        {EARLY_FONTS.map((font) => (
          <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="" />
        ))}
      </head>
      <body>
        <script dangerouslySetInnerHTML={{ __html: REMEMBERED_THEME }} />
        <a className="skip" href="#main">
          Skip to the content
        </a>
        {children}
      </body>
    </html>
  )
}
