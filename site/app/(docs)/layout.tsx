/** The layout of pages to read: home, lessons, examples. */
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Document } from '../../components/document.tsx'
import { Header } from '../../components/header.tsx'
import { ABOUT, TAGLINE } from '../../lib/about.ts'
import { preloadFonts } from '../../lib/early-fonts.ts'

export const metadata: Metadata = {
  title: { default: `Telar: ${TAGLINE}`, template: `%s · Telar: ${TAGLINE}` },
  description: ABOUT,
}

export default function DocsLayout({ children }: { children: ReactNode }) {
  preloadFonts('ui', 'prose')
  return (
    <Document>
      <Header />
      {children}
    </Document>
  )
}
