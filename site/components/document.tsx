/** The outermost elements of every page: fonts, colours and the reader's theme before the first paint. */
import type { ReactNode } from 'react'
import '../app/globals.css'
import { REMEMBERED_THEME } from '../lib/theme.ts'
import { wordsOf } from '../words/of.ts'
import type { Lang } from '../words/words.ts'

export function Document({ lang, children }: { lang: Lang; children: ReactNode }) {
  return (
    // The script sets data-theme before React runs, so the two may differ here and only here.
    <html lang={lang} suppressHydrationWarning>
      <body>
        <script dangerouslySetInnerHTML={{ __html: REMEMBERED_THEME }} />
        <a className="skip" href="#main">
          {wordsOf(lang).skip}
        </a>
        {children}
        {process.env.NODE_ENV === 'production' && <script src="/telar-offline.js" defer />}
      </body>
    </html>
  )
}
