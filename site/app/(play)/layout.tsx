/** The layout of pages to work in. It is a separate root layout, so that a link to them loads a new document: only then can headers isolate it. */
import type { ReactNode } from 'react'
import { Document } from '../../components/document.tsx'
import { siteMetadata } from '../../views/metadata.ts'
import { English } from '../../words/english.tsx'

export const metadata = siteMetadata('en')

export default function PlayLayout({ children }: { children: ReactNode }) {
  return (
    <Document lang="en">
      <English>{children}</English>
    </Document>
  )
}
