/** The document around Next's own pages. */
import type { ReactNode } from 'react'

export const metadata = { title: 'Welcome' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body style={{ maxWidth: '24rem', margin: '3rem auto', fontFamily: 'system-ui' }}>
        {children}
      </body>
    </html>
  )
}
