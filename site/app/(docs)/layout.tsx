/** The layout of pages to read. It gives the browser no words, so that a page needs no script but for its parts. */
import type { ReactNode } from 'react'
import { Document } from '../../components/document.tsx'
import { Footer } from '../../components/footer.tsx'
import { preloadFonts } from '../../lib/early-fonts.ts'
import { siteMetadata } from '../../views/metadata.ts'

export const metadata = siteMetadata('en')

export default function DocsLayout({ children }: { children: ReactNode }) {
  preloadFonts('ui', 'prose')
  return (
    <Document lang="en">
      {children}
      <Footer lang="en" />
    </Document>
  )
}
