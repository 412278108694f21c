/** The pages one works in. A root layout of their own, so that a link into them loads the page anew: only so can their headers isolate it. */
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
