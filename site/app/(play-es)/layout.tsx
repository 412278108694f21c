/** The layout of pages to work in, in Spanish. */
import type { ReactNode } from 'react'
import { Document } from '../../components/document.tsx'
import { siteMetadata } from '../../views/metadata.ts'
import { Spanish } from '../../words/spanish.tsx'

export const metadata = siteMetadata('es')

export default function PlayLayout({ children }: { children: ReactNode }) {
  return (
    <Document lang="es">
      <Spanish>{children}</Spanish>
    </Document>
  )
}
