/** The pages one reads: home, the list of lessons. */
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Document } from '../../components/document.tsx'
import { Header } from '../../components/header.tsx'

export const metadata: Metadata = {
  title: { default: 'Telar', template: '%s · Telar' },
  description:
    'Telar teaches user interfaces that live on the server, by letting you run them: lessons, a playground, and a LiveView engine for TypeScript.',
}

export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <Document>
      <Header />
      {children}
    </Document>
  )
}
