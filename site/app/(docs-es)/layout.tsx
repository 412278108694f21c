/** The layout of pages to read, in Spanish. */
import type { ReactNode } from 'react'
import { Document } from '../../components/document.tsx'
import { Footer } from '../../components/footer.tsx'
import { preloadFonts } from '../../lib/early-fonts.ts'
import { siteMetadata } from '../../views/metadata.ts'

export const metadata = siteMetadata('es')

export default function DocsLayout({ children }: { children: ReactNode }) {
  preloadFonts('ui', 'prose')
  return (
    <Document lang="es">
      {children}
      <Footer lang="es" />
    </Document>
  )
}
