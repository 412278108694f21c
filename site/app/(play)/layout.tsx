/** The layout of pages to work in. It is a separate root layout, so that a link to them loads a new document: only then can headers isolate it. */
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Document } from '../../components/document.tsx'
import { TAGLINE } from '../../lib/about.ts'

export const metadata: Metadata = {
  title: { default: `Telar: ${TAGLINE}`, template: `%s · Telar: ${TAGLINE}` },
}

export default function PlayLayout({ children }: { children: ReactNode }) {
  return <Document>{children}</Document>
}
