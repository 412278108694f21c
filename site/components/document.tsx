/** The outermost elements of every page: fonts, colours and the reader's theme before the first paint. */
import type { ReactNode } from 'react'
import '../app/globals.css'
import { REMEMBERED_THEME } from '../lib/theme.ts'

export function Document({ children }: { children: ReactNode }) {
  return (
    // The script sets data-theme before React runs, so the two may differ here and only here.
    <html lang="en" suppressHydrationWarning>
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
